using Hotfix.Components.Guards;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Tests.Guards;

public sealed class SwitchesOnTheCommandLine
{
    [Theory]
    [InlineData("Hotfix --description", "a b")]
    [InlineData("Hotfix -description x --DRYRUN")]
    [InlineData("Hotfix --dry-run true --require-test false")]
    [InlineData("Hotfix --max-files 7 --labels a,b --words a b c")]
    [InlineData("--words --strict --no-logo --plan")]
    [InlineData("--paint BLUE --taste Sweet --output ./out --forge-url x --github-api-url http://localhost")]
    [InlineData("Test+Hotfix --skip --verbosity Quiet --root")]
    [InlineData("Hotfix -- --description z")]
    [InlineData("--pause 00:01:00 --target Test Hotfix --profile staging prod")]
    public void ThatAreReadAsTheyAreMeantPass(string arguments, string? last = null) => Assert.Empty(Check(arguments, last));

    [Theory]
    [InlineData("HF1060", "--descripton x", "--description")]
    [InlineData("HF1060", "--dryrn", "--dry-run")]
    [InlineData("HF1060", "--desc x", "--description")]
    [InlineData("HF1060", "-h", "--help")]
    [InlineData("HF1060", "--colour-of-the-sky blue", "./build.sh --help")]
    [InlineData("HF1060", "--lables=a", "--labels")]
    [InlineData("HF1061", "--description=x", "--description x")]
    [InlineData("HF1061", "--max-files:7", "--max-files 7")]
    [InlineData("HF1061", "--help=1", "--help 1")]
    [InlineData("HF1062", "--max-files many", "a whole number")]
    [InlineData("HF1062", "--dry-run yes", "true or false")]
    [InlineData("HF1062", "--dry-run Hotfix", "./build.sh Hotfix --dry-run")]
    [InlineData("HF1062", "--paint green", "one of Red, Blue")]
    [InlineData("HF1062", "--taste sour", "one of Sweet")]
    [InlineData("HF1062", "--pause soon", "a TimeSpan")]
    [InlineData("HF1063", "--description", "Name a value")]
    [InlineData("HF1063", "--description -x", "NUKE_DESCRIPTION='-x'")]
    [InlineData("HF1063", "--max-files -1", "NUKE_MAX_FILES='-1'")]
    [InlineData("HF1063", "--description --dry-run", "begins with a dash")]
    [InlineData("HF1064", "--description null ref", "--description \"null ref\"")]
    [InlineData("HF1064", "--description x Hotfix", "./build.sh Hotfix --description …")]
    [InlineData("HF1064", "--labels a,b c", "--labels a,b,c")]
    public void ThatNukeWouldLeaveOutAreRefusedWithTheWayOn(string code, string arguments, string words)
    {
        Refusal[] refusals = Check(arguments);

        Refusal refusal = Assert.Single(refusals);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(words, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AreAllNamedNotOnlyTheFirst() =>
        Assert.Equal(["HF1060", "HF1062", "HF1061"], Check("--nope --max-files x --base=main").Select(refusal => refusal.Code));

    [Theory]
    [InlineData("--api-key=s3cr3tvalue")]
    [InlineData("--api-key s3cr3tvalue other")]
    [InlineData("--api-key -s3cr3tvalue")]
    [InlineData("--token s3cr3tvalue s3cr3tvalue")]
    public void NeverShowASecret(string arguments) =>
        Assert.DoesNotContain("s3cr3tvalue", Assert.Single(Check(arguments)).ToString(), StringComparison.Ordinal);

    private static Refusal[] Check(string arguments, string? last = null) =>
        [.. SomeParameters.Guard.Check(new GivenArguments([.. arguments.Split(' '), .. last is null ? (string[])[] : [last]]))];
}
