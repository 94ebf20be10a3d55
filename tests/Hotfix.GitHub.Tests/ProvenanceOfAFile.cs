using Hotfix.GitHub.Releases;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests;

public class ProvenanceOfAFile
{
    private static readonly string Digest = new('a', 64);

    [Theory]
    [InlineData("""{"attestations":[{"bundle":{"mediaType":"x"},"repository_id":1}]}""", true)]
    [InlineData("""{"attestations":[]}""", false)]
    public async Task IsWhatGitHubHasByItsDigest(string answer, bool exists)
    {
        using Situation situation = new Situation().On($"GET attestations/sha256:{Digest}", ScriptedAnswer.Json(answer));

        Assert.Equal(exists, await new Attestations(situation.Connection).ExistsAsync(Digest, CancellationToken.None));
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(403, null)]
    public async Task IsNotKnownWhereThePlanHasNone(int status, bool? exists)
    {
        using Situation situation = new Situation().On($"GET attestations/sha256:{Digest}", new ScriptedAnswer(status, Bodies.Error("Not Found")));

        Assert.Equal(exists, await new Attestations(situation.Connection).ExistsAsync(Digest, CancellationToken.None));
    }
}
