using Hotfix.Core.Errors;

namespace Hotfix.Core.Tests.Text;

public sealed class CommandOfThisRun
{
    [Theory]
    [InlineData("Run './build.sh Status', then it again.", "Run 'hotfix Status', then it again.")]
    [InlineData("./build.sh --help lists the others.", "hotfix --help lists the others.")]
    [InlineData("GIT_CONFIG_COUNT=1 ./build.sh ...", "GIT_CONFIG_COUNT=1 hotfix ...")]
    [InlineData("`./build.sh ForwardPort` and ./build.sh Rollback --to v1.4.2", "`hotfix ForwardPort` and hotfix Rollback --to v1.4.2")]
    public void IsTheToolWhereTheToolWasStarted(string written, string shown) => Assert.Equal(shown, OwnCommand.In(written, OwnCommand.Tool));

    [Theory]
    [InlineData("--test-command \"./build.sh test\" failed")]
    [InlineData("/build.sh")]
    [InlineData("There is no ./build.sh.")]
    public void IsNotPutInPlaceOfATeamsOwn(string text) => Assert.Equal(text, OwnCommand.In(text, OwnCommand.Tool));

    [Fact]
    public void StaysTheScriptWhereTheScriptWasStarted() => Assert.Equal("./build.sh Status", new Refusal("HF1000", "", "", "./build.sh Status").Next);
}
