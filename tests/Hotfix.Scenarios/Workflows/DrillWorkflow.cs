using Hotfix.Testing;
using YamlDotNet.RepresentationModel;

namespace Hotfix.Scenarios.Workflows;

public sealed class DrillWorkflow
{
    [Fact]
    public void RehearsesEveryScenario()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(RepositoryRoot.Combine(".github", "workflows", "drill.yml"));
        yaml.Load(reader);

        YamlNode scenarios = yaml.Documents[0].RootNode["jobs"]["drill"]["strategy"]["matrix"]["scenario"];

        Assert.Equal(Drill.Scenarios.All.Select(scenario => scenario.Name), ((YamlSequenceNode)scenarios).Select(name => $"{name}"));
    }
}
