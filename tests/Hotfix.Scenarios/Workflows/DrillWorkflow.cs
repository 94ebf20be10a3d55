using Hotfix.Testing;
using YamlDotNet.RepresentationModel;

namespace Hotfix.Scenarios.Workflows;

public sealed class DrillWorkflow
{
    [Fact]
    public void RehearsesEveryScenarioAndEitherLane()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(RepositoryRoot.Combine(".github", "workflows", "drill.yml"));
        yaml.Load(reader);

        YamlNode matrix = yaml.Documents[0].RootNode["jobs"]["drill"]["strategy"]["matrix"];

        // One that walks both lanes by itself stands beside the others, without a lane.
        IEnumerable<string> beside = ((YamlSequenceNode)matrix["include"]).Select(entry => $"{entry["scenario"]}").Where(name => name.Length > 0);
        IEnumerable<string> named = ((YamlSequenceNode)matrix["scenario"]).Select(name => $"{name}").Concat(beside);
        Assert.Equal(Drill.Scenarios.All.Select(scenario => scenario.Name).Order(), named.Order());
        Assert.Equal("standard", $"{((YamlSequenceNode)matrix["lane"])[0]}");
        Assert.Equal("exceptional", $"{((YamlSequenceNode)matrix["include"])[0]["lane"]}");
    }
}
