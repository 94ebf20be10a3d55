using Hotfix.Core.Deploying;
using static Hotfix.Core.Tests.Deploying.SomeDeployment;

namespace Hotfix.Core.Tests.Deploying;

public sealed class AnswerOfAnEnvironment
{
    [Theory]
    [InlineData("1.4.3")]
    [InlineData("v1.4.3")]
    [InlineData("0000003e00")]
    [InlineData("{\"version\":\"1.4.3\"}")]
    public void ThatNamesTheReleaseFits(string said) => Assert.Null(VerifyAssessment.Misfit(said, Release));

    [Theory]
    [InlineData("1.4.2", "it answers '1.4.2', not 1.4.3")]
    [InlineData("<html>\n 1.4.3 </html>", "which names no sha and no version")]
    [InlineData("", "which names no sha and no version")]
    [InlineData("{\"version\":\"1.4.3\",\"sha\":\"deadbeef\"}", "not 1.4.3 or 0000003e")]
    public void ThatNamesAnythingElseDoesNot(string said, string misfit) =>
        Assert.Contains(misfit, VerifyAssessment.Misfit(said, Release), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "")]
    [InlineData(0, "12 checks passed")]
    [InlineData(0, "1.4.3")]
    public void OfACommandIsItsExitCode(int exitCode, string lastLine) => Assert.Null(VerifyAssessment.Misfit(exitCode, lastLine, Release));

    [Theory]
    [InlineData(0, "1.4.2", "it names 1.4.2, not 1.4.3")]
    [InlineData(3, "no connection", "exit code 3")]
    [InlineData(null, "", "did not end in time")]
    public void OfACommandIsWrongWhenItFailsOrNamesAnotherVersion(int? exitCode, string lastLine, string misfit) =>
        Assert.Contains(misfit, VerifyAssessment.Misfit(exitCode, lastLine, Release), StringComparison.Ordinal);
}
