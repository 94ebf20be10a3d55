using System.Text.Json.Nodes;
using Hotfix.Components.Running.Adopting;

namespace Hotfix.Components.Tests.Adopting;

public sealed class SettingsThatAreStored
{
    [Fact]
    public void AreAddedBehindWhatTheTeamWroteAndItsComments() =>
        Assert.Equal(
            "{\n  // ours\n  \"MaxFiles\": 5,\n  \"ReleaseStrategy\": \"dispatch\",\n  \"ReleaseInputs\": [\n    \"sha={sha}\"\n  ]\n}\n",
            GivenSettings.Merge(
                "{\n  // ours\n  \"MaxFiles\": 5\n}\n",
                [Pair("MaxFiles", 5), Pair("ReleaseStrategy", "dispatch"), Pair("ReleaseInputs", new JsonArray("sha={sha}"))]
            )
        );

    [Fact]
    public void ChangeWhatWasSaidBefore() =>
        Assert.Contains("\"MaxFiles\": 7", GivenSettings.Merge("{ \"MaxFiles\": 5 }", [Pair("MaxFiles", 7)]), StringComparison.Ordinal);

    [Fact]
    public void AreAddedWholeWhereACommentStandsInTheWay() =>
        Assert.Contains(
            "\"Title\": \"fix: {description}\"",
            GivenSettings.Merge("{\n  \"MaxFiles\": 5 // few\n}\n", [Pair("Title", "fix: {description}")]),
            StringComparison.Ordinal
        );

    [Fact]
    public void LeaveAFileThatHasThemAsItIs() => Assert.Equal("{\"Base\":\"prime\"}", GivenSettings.Merge("{\"Base\":\"prime\"}", [Pair("Base", "prime")]));

    private static KeyValuePair<string, JsonNode> Pair(string name, JsonNode value) => KeyValuePair.Create(name, value);
}
