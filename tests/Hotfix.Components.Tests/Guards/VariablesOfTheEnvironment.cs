using Hotfix.Components.Guards;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Tests.Guards;

public sealed class VariablesOfTheEnvironment
{
    [Theory]
    [InlineData("NUKE_MAX_FILES", "7")]
    [InlineData("NUKE_DRY_RUN", "true")]
    [InlineData("NUKE_LABELS", "a,b")]
    [InlineData("NUKE_DRY_RUN", "")]
    [InlineData("PATH", "x")]
    public void ThatConvertPass(string name, string value) => Assert.Empty(Check((name, value)));

    [Theory]
    [InlineData("NUKE_MAX_FILES", "many")]
    [InlineData("MaxFiles", "many")]
    [InlineData("NUKE_DRY_RUN", "yes")]
    [InlineData("PAINT", "green")]
    public void ThatDoNotConvertAreNamed(string name, string value)
    {
        Refusal refusal = Assert.Single(Check((name, value)));

        Assert.Equal("HF1062", refusal.Code);
        Assert.Contains($"'{value}' is no value of the environment variable {name}", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void OfTwoSpellingsMeanNothingAndAreRefused()
    {
        Refusal refusal = Assert.Single(Check(("NUKE_MAX_FILES", "7"), ("MAX_FILES", "8")));

        Assert.Equal("HF1071", refusal.Code);
        Assert.Contains("unset MAX_FILES", refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void OfTheExactNameWinOverEverySpelling() => Assert.Empty(Check(("MaxFiles", "7"), ("NUKE_MAX_FILES", "x")));

    private static Refusal[] Check(params (string Name, string Value)[] variables) =>
        [.. new VariableGuard(SomeParameters.All, SomeParameters.Guard).Check(variables.ToDictionary(pair => pair.Name, pair => pair.Value))];
}
