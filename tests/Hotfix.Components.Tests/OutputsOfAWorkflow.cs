using Hotfix.Pipeline.Deploying;

namespace Hotfix.Components.Tests;

public sealed class OutputsOfAWorkflow
{
    [Fact]
    public void AreOneLineEach() => Assert.Equal("tag=v1.4.3\nstaging=\n", WorkflowOutputs.Format([("tag", "v1.4.3"), ("staging", "")]));

    [Theory]
    [InlineData("production\nsha=0000")]
    [InlineData("production\r")]
    public void ALineBreakIsNotASecondOutput(string value) => Assert.Throws<ArgumentException>(() => WorkflowOutputs.Format([("production", value)]));
}
