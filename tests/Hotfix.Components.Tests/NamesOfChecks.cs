using Hotfix.Components.Running;

namespace Hotfix.Components.Tests;

public sealed class NamesOfChecks
{
    [Theory]
    [InlineData("test (ubuntu-latest, 20)", "test (ubuntu-latest, 20)")]
    [InlineData("build, test (a, b) ,lint", "build|test (a, b)|lint")]
    [InlineData("build (node: [18, 20], os)", "build (node: [18, 20], os)")]
    [InlineData("\"lint, format\",test", "lint, format|test")]
    [InlineData("'lint, format'", "lint, format")]
    [InlineData("smile :(,test", "smile :(|test")]
    [InlineData("smile :),test", "smile :)|test")]
    [InlineData("it's fine, isn't it", "it's fine|isn't it")]
    [InlineData(" , ", "")]
    public void AreSplitOutsideOfBracketsAndQuotes(string typed, string names) => Assert.Equal(names, string.Join('|', CheckNames.Split(typed)));
}
