using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios;

/// <summary>What a new user runs into: a message with what, why and next, exit code 255, and nothing changed anywhere.</summary>
public sealed class Refused : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task ADirtyTreeNamesTheTwoWaysOn()
    {
        _lab.Clone.Write("src/checkout.txt", "half an idea");

        await ShouldRefuseAsync("HF4001", ["git stash", "--worktree"], "CreateHotfixBranch", "--description", HotfixLab.Description);
    }

    [Fact]
    public async Task ADescriptionWithoutALetter() => await ShouldRefuseAsync("HF1003", ["--description"], "Hotfix", "--description", "?!…");

    [Fact]
    public async Task NothingThatSaysWhichHotfix() => await ShouldRefuseAsync("HF1004", ["--description"], "Hotfix");

    [Fact]
    public async Task ABaseThatTheRemoteLacks() =>
        await ShouldRefuseAsync("HF4008", ["--base main"], "CreateHotfixBranch", "--description", "x", "--base", "release/9");

    [Fact]
    public async Task APollIntervalOutOfRange() =>
        await ShouldRefuseAsync("HF1012", ["--poll-interval"], "Hotfix", "--description", "x", "--poll-interval", "1h");

    [Fact]
    public async Task AVersionThatSortsBelowItsBase() => await ShouldRefuseAsync("HF1007", ["--version"], "Release", "--version", "1.4.3-hotfix.1");

    [Fact]
    public async Task ADescriptionOfAnotherBranchThanTheCheckedOutOne()
    {
        (await _lab.RunAsync("CreateHotfixBranch", "--description", HotfixLab.Description)).ShouldExitWith(0);

        await ShouldRefuseAsync("HF1005", ["git switch"], "Hotfix", "--description", "something else");
    }

    [Fact]
    public async Task AFixThatIsTooLarge()
    {
        await _lab.HotfixAsync();
        _lab.CommitFix(string.Join('\n', Enumerable.Range(0, 300)));

        await ShouldRefuseAsync("HF4012", ["--over-budget", "lines changed"], "OpenPR");
    }

    [Fact]
    public async Task AFixWithoutATest()
    {
        await _lab.HotfixAsync();
        _lab.Clone.CommitFile("src/checkout.txt", "fixed", "Guard");

        await ShouldRefuseAsync("HF4012", ["no test was added or changed"], "OpenPR");
    }

    [Fact]
    public async Task ChangesThatAreNotCommitted()
    {
        await _lab.HotfixAsync();
        _lab.CommitFix();
        _lab.Clone.Write("src/checkout.txt", "one more thing");

        await ShouldRefuseAsync("HF4010", ["git stash"], "OpenPR");
    }

    [Fact]
    public async Task ABranchThatWentTwoWays()
    {
        await _lab.HotfixAsync();
        _lab.CommitFix();
        (await _lab.HotfixAsync("--deadline", "0s")).ShouldExitWith(75);
        _lab.Clone.Git(["commit", "--quiet", "--amend", "--message", "Rewritten"], TempRepository.Day(21));

        await ShouldRefuseAsync("HF4004", ["git pull --rebase"], "OpenPR");
    }

    [Fact]
    public async Task ARedRequiredCheck()
    {
        string fix = await OpenAsync();
        await _lab.ReportAsync(fix, "failure");

        await ShouldRefuseAsync("HF4021", ["'build' ended with failure"], Hotfix());
    }

    [Fact]
    public async Task ChangesRequested()
    {
        await OpenAsync();
        await _lab.AskForChangesAsync(1);

        await ShouldRefuseAsync("HF4022", ["reviewer asked for changes"], Hotfix());
    }

    [Fact]
    public async Task AClosedPullRequest()
    {
        await OpenAsync();
        await _lab.SendAsync(HttpMethod.Patch, "engineer", "pulls/1", new { state = "closed" });

        await ShouldRefuseAsync("HF4013", ["Reopen it"], Hotfix());
    }

    [Fact]
    public async Task AConflict()
    {
        await OpenAsync();
        await MoveMainAsync("src/checkout.txt", "someone else's");

        await ShouldRefuseAsync("HF4020", ["git merge origin/main"], Hotfix());
    }

    [Fact]
    public async Task ATokenThatGitHubDoesNotKnow()
    {
        string before = State();

        RunResult result = await _lab.RunAsync("Hotfix", "--description", "x", "--token", "not-a-token");

        result.ShouldExitWith(255);
        Assert.Contains("HF2013", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not-a-token", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.Equal(before, State());
    }

    [Fact]
    public async Task ATagOfThatNameAtAnotherCommit()
    {
        string fix = await OpenAsync();
        string elsewhere = _lab.Clone.Git(["commit-tree", "HEAD^{tree}", "-m", "Elsewhere"]);
        _lab.Clone.Git(["-c", $"http.extraHeader=Authorization: Bearer {_lab.Token}", "push", "--quiet", "origin", $"{elsewhere}:refs/tags/v1.4.3"]);
        await _lab.LetThroughAsync(fix);

        RunResult result = await _lab.RunAsync(Hotfix());

        result.ShouldExitWith(255);
        Assert.Contains("HF4032", result.Output, StringComparison.Ordinal);
        Assert.Empty(await _lab.ListAsync("releases"));
    }

    private static string[] Hotfix() => ["Hotfix", "--poll-interval", "1s", "--check-grace", "0s"];

    private async Task<string> OpenAsync()
    {
        await _lab.HotfixAsync();
        string fix = _lab.CommitFix();
        (await _lab.HotfixAsync("--deadline", "0s")).ShouldExitWith(75);
        return fix;
    }

    // As another pull request would: the server's own git, past its protection.
    private async Task MoveMainAsync(string file, string content)
    {
        _lab.Server.Grant(HotfixLab.FullName, "ci", Role.Admin);
        TempRepository other = _lab.CloneTo("other");
        other.CommitFile(file, content, "Meanwhile", TempRepository.Day(22));
        other.Git(["-c", $"http.extraHeader=Authorization: Bearer {_lab.Token}", "push", "--quiet", "origin", "HEAD:refs/heads/meanwhile"]);
        await _lab.SendAsync(
            HttpMethod.Post,
            "engineer",
            "pulls",
            new
            {
                title = "Meanwhile",
                head = "meanwhile",
                @base = "main",
            }
        );
        await _lab.LetThroughAsync(other.Head, 2);
        await _lab.SendAsync(HttpMethod.Get, "ci", "pulls/2");
        await _lab.SendAsync(HttpMethod.Put, "engineer", "pulls/2/merge", new { });
    }

    private async Task ShouldRefuseAsync(string code, string[] words, params string[] arguments)
    {
        string before = State();
        int writes = _lab.Writes(withComments: false);

        RunResult result = await _lab.RunAsync(arguments);

        result.ShouldExitWith(255);
        Assert.Contains(code, result.Output, StringComparison.Ordinal);
        Assert.Contains("why: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("next: ", result.Output, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
        Assert.Equal(before, State());
        Assert.Equal(writes, _lab.Writes(withComments: false));
    }

    private string State() =>
        string.Join(
            '\n',
            _lab.Clone.Git(["status", "--porcelain"]),
            _lab.Clone.Git(["for-each-ref", "refs/heads", "refs/tags"]),
            _lab.Clone.Git(["symbolic-ref", "HEAD"]),
            _lab.RemoteRefs()
        );
}
