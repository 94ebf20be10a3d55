using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Telling;

/// <summary>The one comment that every stage keeps up to date.</summary>
public sealed class OneThread : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task TellsTheWholeStoryInOneCommentHoweverOftenThingsRun()
    {
        string fix = await OpenAsync();
        await _lab.SendAsync(HttpMethod.Post, "ci", "issues/1/comments", new { body = "Coverage: 81 %" });
        string waiting = Assert.Single(await _lab.ThreadsAsync(1));
        await _lab.LetThroughAsync(fix);
        for (int run = 1; run <= 3; run++)
            (await _lab.HotfixAsync()).ShouldExitWith(0);

        string[] comments = await _lab.CommentsAsync(1);
        string done = Assert.Single(await _lab.ThreadsAsync(1));
        Assert.Equal(2, comments.Length);
        Assert.Contains("Coverage: 81 %", comments);
        Assert.Contains("  - main is what production runs", done, StringComparison.Ordinal);
        Assert.Contains("0 of 1 approvals", waiting, StringComparison.Ordinal);
        Assert.Contains("○ `AwaitMerge` open", waiting, StringComparison.Ordinal);
        Assert.Contains("**v1\\.4\\.3 is released**", done, StringComparison.Ordinal);
        Assert.Contains("✓ `AwaitMerge` done", done, StringComparison.Ordinal);
        Assert.Contains($"- tag v1\\.4\\.3: `{_lab.MainTip()}`", done, StringComparison.Ordinal);
        Assert.Contains("./build.sh Rollback --to v1.4.2", done, StringComparison.Ordinal);
        Assert.Contains("waited: required check 'build' has not reported", done.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (string moment in new[] { "first commit", "pull request opened", "approved", "merged", "released" })
            Assert.Contains($"| {moment} |", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsNotTouchedByARunThatHasNothingNewToSay()
    {
        string fix = await OpenAsync();
        await _lab.LetThroughAsync(fix);
        (await _lab.HotfixAsync()).ShouldExitWith(0);
        int writes = Writes();

        (await _lab.HotfixAsync()).ShouldExitWith(0);
        (await _lab.RunAsync("Release", "--description", HotfixLab.Description)).ShouldExitWith(0);

        Assert.Equal(writes, Writes());
    }

    [Fact]
    public async Task BeginsAtTheIncidentAndGoesOnInThePullRequest()
    {
        JsonNode incident = (await _lab.SendAsync(HttpMethod.Post, "owner", "issues", new { title = "Checkout is down" }))!;
        int number = incident["number"]!.GetValue<int>();
        string[] arguments = ["--incident", $"{number}", "--deadline", "0s"];
        (await _lab.HotfixAsync(arguments)).ShouldExitWith(75);
        string begun = Assert.Single(await _lab.ThreadsAsync(number));
        _lab.CommitFix();

        (await _lab.HotfixAsync(arguments)).ShouldExitWith(75);

        Assert.Contains("**waits\\: ", begun, StringComparison.Ordinal);
        Assert.Contains($"goes on in #{number + 1}", Assert.Single(await _lab.ThreadsAsync(number)), StringComparison.Ordinal);
        Assert.Contains("  - main is what production runs", Assert.Single(await _lab.ThreadsAsync(number + 1)), StringComparison.Ordinal);
        Assert.Contains($"- incident: \\#&#8203;{number}", Assert.Single(await _lab.ThreadsAsync(number + 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatCannotBeWrittenNeverStopsTheHotfix()
    {
        _lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                Status = 403,
                Method = "POST",
                Path = "/repos/acme/shop/issues/*/comments",
                Count = 100,
            }
        );
        await _lab.HotfixAsync();
        string fix = _lab.CommitFix();
        await _lab.HotfixAsync("--deadline", "0s");
        await _lab.LetThroughAsync(fix);

        RunResult run = await _lab.HotfixAsync();

        run.ShouldExitWith(0);
        Assert.Contains("The thread of hotfix/null-ref-in-checkout could not be kept", run.Output, StringComparison.Ordinal);
        Assert.Empty(await _lab.ThreadsAsync(1));
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task SaysWhyARunStoppedAndThatItWentOn()
    {
        string fix = await OpenAsync();
        await _lab.ReportAsync(fix, "failure");
        (await _lab.HotfixAsync("--deadline", "0s")).ShouldExitWith(255);
        string stopped = Assert.Single(await _lab.ThreadsAsync(1));
        await _lab.LetThroughAsync(fix);

        (await _lab.HotfixAsync()).ShouldExitWith(0);

        string done = Assert.Single(await _lab.ThreadsAsync(1));
        Assert.Contains("**stopped: ", stopped.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Matches("stopped: HF[0-9]{4}", done.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("went on: HF", done.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfARehearsalIsNotWritten()
    {
        await OpenAsync();
        int writes = Writes();

        await _lab.HotfixAsync("--dry-run");

        Assert.Equal(writes, Writes());
    }

    private async Task<string> OpenAsync()
    {
        (await _lab.HotfixAsync()).ShouldExitWith(75);
        string fix = _lab.CommitFix();
        (await _lab.HotfixAsync("--deadline", "0s")).ShouldExitWith(75);
        return fix;
    }

    private int Writes() =>
        _lab
            .Server.Requests.Snapshot()
            .Count(request =>
                request.User == "engineer"
                && request.Method is "POST" or "PATCH"
                && request.Path.Contains("/issues/", StringComparison.Ordinal)
                && request.Path.Contains("/comments", StringComparison.Ordinal)
            );
}
