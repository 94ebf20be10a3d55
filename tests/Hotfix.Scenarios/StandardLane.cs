using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;
using Xunit.Abstractions;

namespace Hotfix.Scenarios;

/// <summary>The standard lane from the first command to the release, and what a run after that finds.</summary>
public sealed class StandardLane(ITestOutputHelper output) : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task TakesAFixFromTheBranchToTheRelease()
    {
        // Its tests are the SDK's, as a team has them that names no command.
        _lab.MoveMain(".nuke/parameters.json", "{ \"$schema\": \"./build.schema.json\" }\n");
        RunResult first = await _lab.HotfixAsync();
        first.ShouldExitWith(75);
        Assert.StartsWith("Somebody's move: no commit on hotfix/null-ref-in-checkout yet", first.LastLine, StringComparison.Ordinal);
        string fix = _lab.CommitFix();

        RunResult second = await _lab.HotfixAsync("--deadline", "0s");

        second.ShouldExitWith(75);
        Assert.Contains("required check 'build' has not reported", second.Output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 approvals", second.Output, StringComparison.Ordinal);
        Assert.Contains("dotnet test", second.Output, StringComparison.Ordinal);
        await _lab.LetThroughAsync(fix);
        (await _lab.HotfixAsync()).ShouldExitWith(0);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task AFourthRunFindsEverythingAndWritesNothing()
    {
        await ReleaseAsync();
        int writes = _lab.Writes();
        string refs = _lab.RemoteRefs();

        RunResult again = await _lab.HotfixAsync("--json");

        again.ShouldExitWith(0);
        Assert.Equal(writes, _lab.Writes());
        Assert.Equal(refs, _lab.RemoteRefs());
        JsonNode document = JsonNode.Parse(again.Output)!;
        Assert.Equal("done", document["state"]!.GetValue<string>());
        Assert.Equal("v1.4.3", document["release"]!["tag"]!.GetValue<string>());
        Assert.Empty(document["done"]!.AsArray());
    }

    [Fact]
    public async Task AColleagueOnAnotherMachineGoesOn()
    {
        await _lab.HotfixAsync();
        string fix = _lab.CommitFix();
        (await _lab.HotfixAsync("--deadline", "0s")).ShouldExitWith(75);
        await _lab.LetThroughAsync(fix);

        RunResult elsewhere = await _lab.RunInAsync(
            _lab.CloneTo("colleague"),
            "Hotfix",
            "--description",
            HotfixLab.Description,
            "--poll-interval",
            "1s",
            "--check-grace",
            "0s"
        );

        elsewhere.ShouldExitWith(0);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task CostsAtMostTwentyFiveRequestsBesidesThePollsAndFiveForItsThread()
    {
        await _lab.HotfixAsync();
        string fix = _lab.CommitFix();
        using TargetRun run = _lab.Start("Hotfix", "--poll-interval", "1s", "--check-grace", "0s");
        await _lab.PullRequestAsync(1);
        await run.ShouldPrintAsync("waiting");
        await _lab.LetThroughAsync(fix);

        (await run.EndAsync()).ShouldExitWith(0);

        string[] counted =
        [
            .. _lab
                .Server.Requests.Snapshot()
                .Where(request => request.User == "engineer" && !request.Path.Contains(".git/", StringComparison.Ordinal) && !request.NotModified)
                .Select(request => $"{request.Method} {request.Path}"),
        ];

        counted.ToList().ForEach(output.WriteLine);

        // What follows the release, its deployment and the post-mortem, has a budget of its own.
        int afterRelease = counted
            .SkipWhile(line => !line.Contains("/environments/", StringComparison.Ordinal) && !line.Contains("labels=post-mortem", StringComparison.Ordinal))
            .Count();
        counted = counted[..^afterRelease];
        Assert.InRange(afterRelease, 1, 12);

        // With the branch's and the tag's push ten.
        Assert.InRange(counted.Count(line => !line.StartsWith("GET", StringComparison.Ordinal) && !line.EndsWith("/graphql", StringComparison.Ordinal)), 1, 8);

        // A poll: the same look at the open pull request once more, and why a required check has not reported.
        string[] polls =
        [
            .. counted.Where(line =>
                line.Contains("/check-suites", StringComparison.Ordinal) || line.Contains("/actions/runs?head_sha", StringComparison.Ordinal)
            ),
            .. counted
                .TakeWhile(line => !line.StartsWith("PUT", StringComparison.Ordinal))
                .Where(line => line.Contains("/pulls/1", StringComparison.Ordinal) || line.Contains($"/commits/{fix}/", StringComparison.Ordinal))
                .GroupBy(line => line)
                .SelectMany(group => group.Skip(1)),
        ];
        string[] thread =
        [
            .. counted.Where(line =>
                line.Contains("/comments", StringComparison.Ordinal) || line.Contains("/deployments?environment=production&sha=", StringComparison.Ordinal)
            ),
        ];
        // Beside the path: one for each author whose words have to be believed.
        int authors = counted.Count(line => line.EndsWith("/permission", StringComparison.Ordinal));
        Assert.InRange(authors, 0, 1);

        // And one before the push: whether a rule of the new branch takes signed commits alone.
        int signing = counted.Count(line => line.Contains("/rules/branches/hotfix/", StringComparison.Ordinal));
        Assert.Equal(1, signing);
        Assert.True(
            counted.Length - polls.Length - thread.Length - authors - signing is > 10 and <= 25,
            string.Join('\n', counted.Prepend($"{counted.Length} requests that count, {polls.Length} of them polls, {thread.Length} for the thread"))
        );
        Assert.True(thread.Length is > 2 and <= 5, string.Join('\n', thread));
        Assert.Contains(_lab.Server.Requests.Snapshot(), request => request.NotModified);
        Assert.Empty(AskedTwice());
    }

    [Fact]
    public async Task ARehearsalShowsThePlanAndChangesNothing()
    {
        string refs = _lab.RemoteRefs();

        RunResult rehearsal = await _lab.HotfixAsync("--dry-run");

        rehearsal.ShouldExitWith(0);
        Assert.Contains("plan: create branch hotfix/null-ref-in-checkout", rehearsal.Output, StringComparison.Ordinal);
        Assert.Equal("main", _lab.Clone.Git(["branch", "--show-current"]));
        Assert.Equal(refs, _lab.RemoteRefs());
    }

    [Fact]
    public async Task ReleaseOnMainStartsNothingThatLiesBeforeIt()
    {
        string tip = _lab.Clone.Head;
        await _lab.SendAsync(
            HttpMethod.Post,
            "ci",
            "check-runs",
            new
            {
                name = "build",
                head_sha = tip,
                status = "completed",
                conclusion = "success",
            }
        );

        RunResult release = await _lab.RunAsync("Release", "--check-grace", "0s");

        release.ShouldExitWith(0);
        Assert.Contains("v1.4.2", release.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet test", release.Output, StringComparison.Ordinal);
    }

    // The same address twice in one look, and not even conditionally. A look is over when something is changed, or after 300 ms without a question.
    private string[] AskedTwice()
    {
        LocalGitHub.RecordedRequest[] asked =
        [
            .. _lab.Server.Requests.Snapshot().Where(request => request.User == "engineer" && !request.Path.Contains(".git/", StringComparison.Ordinal)),
        ];
        return
        [
            .. asked
                .Index()
                .Where(now =>
                    now.Item is { Method: "GET", Conditional: false }
                    && asked
                        .Take(now.Index)
                        .Reverse()
                        .TakeWhile(before => before.Method == "GET" && now.Item.Time - before.Time < TimeSpan.FromMilliseconds(250))
                        .Any(before => before.Path == now.Item.Path)
                )
                .Select(now => now.Item.Path),
        ];
    }

    private async Task ReleaseAsync()
    {
        await _lab.HotfixAsync();
        string fix = _lab.CommitFix();
        await _lab.HotfixAsync("--deadline", "0s");
        await _lab.LetThroughAsync(fix);
        (await _lab.HotfixAsync()).ShouldExitWith(0);
    }
}
