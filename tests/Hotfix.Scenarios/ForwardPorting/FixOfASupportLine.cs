using System.Text.Json.Nodes;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.ForwardPorting;

/// <summary>What becomes of a fix that production has and <c>main</c> has not, and whether <c>main</c> may be released meanwhile.</summary>
public sealed class FixOfASupportLine : IAsyncLifetime
{
    private const string Slug = "forward-port/null-ref-in-checkout";
    private SupportLineLab _lab = null!;

    public async Task InitializeAsync() => _lab = await SupportLineLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task ThatAppliesIsCarriedOverInAPullRequestAndProvenOnceItIsMerged()
    {
        await _lab.ShouldReleaseAsync(isRefused: true);
        (int Writes, string Refs) before = (_lab.Hotfix.Writes(), _lab.Hotfix.RemoteRefs());
        RunResult rehearsal = await _lab.ForwardPortAsync("--dry-run");
        Assert.Contains("plan: carry the fix over to forward-port/null-ref-in-checkout", rehearsal.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Equal(before, (_lab.Hotfix.Writes(), _lab.Hotfix.RemoteRefs()));

        RunResult first = await _lab.ForwardPortAsync();

        first.ShouldExitWith(75);
        Assert.StartsWith(
            "Somebody's move: the fix of v1.4.3 is owed to main (#1, reviewer, until 2026-01-20, overdue)",
            first.LastLine,
            StringComparison.Ordinal
        );
        JsonNode port = await _lab.PortAsync();
        Assert.Equal(
            (Slug, false, "forward-port"),
            (port["head"]!["ref"]!.GetValue<string>(), port["draft"]!.GetValue<bool>(), port["labels"]![0]!["name"]!.GetValue<string>())
        );
        Assert.Contains(
            $"(cherry picked from commit {_lab.Merge})",
            _lab.Hotfix.ServerRepository.Git(["log", "--format=%B", $"main..{Slug}"]),
            StringComparison.Ordinal
        );
        int writes = _lab.Hotfix.Writes();
        (await _lab.ForwardPortAsync()).ShouldExitWith(75);
        Assert.Equal(writes, _lab.Hotfix.Writes());
        await _lab.ShouldReleaseAsync(isRefused: true);

        await _lab.MergeAsync(port, "merge");
        await _lab.ShouldReleaseAsync(isRefused: false);
        await _lab.ShouldBeOpenAsync();
        (await _lab.ForwardPortAsync()).ShouldExitWith(0);

        await _lab.ShouldBeClosedAsync("completed", "The fix has arrived");
        await _lab.ShouldReleaseAsync(isRefused: false);
        (await _lab.ForwardPortAsync()).ShouldExitWith(0);
    }

    [Fact]
    public async Task ThatMayOnlyComeSignedIsSignedByGitHubForTheApp()
    {
        const string App = "shop-hotfix[bot]";
        _lab.Hotfix.Server.AddRuleset(
            HotfixLab.FullName,
            new Ruleset("signed") { Include = ["refs/heads/main", "refs/heads/forward-port/**"], Rules = [new RulesetRule.RequiredSignatures()] }
        );

        RunResult refused = await _lab.ForwardPortAsync();
        RunResult carried = await _lab.Hotfix.RunAsAsync(App, ["ForwardPort"]);

        Assert.Contains("HF4457: forward-port/null-ref-in-checkout takes signed commits alone", refused.ShouldExitWith(255).Output, StringComparison.Ordinal);
        carried.ShouldExitWith(75);
        string commit = _lab.Hotfix.ServerRepository.Git(["cat-file", "commit", Slug]);
        Assert.Contains($"author {App} <", commit, StringComparison.Ordinal);
        Assert.Contains("gpgsig -----BEGIN SSH SIGNATURE-----", commit, StringComparison.Ordinal);
        Assert.Contains($"(cherry picked from commit {_lab.Merge})", commit, StringComparison.Ordinal);
        await _lab.MergeAsync(await _lab.PortAsync(), "merge");
        (await _lab.ForwardPortAsync()).ShouldExitWith(0);
        await _lab.ShouldBeClosedAsync("completed", "The fix has arrived");
    }

    [Fact]
    public async Task ThatWasSquashedIntoMainIsProven()
    {
        await _lab.ForwardPortAsync();
        await _lab.MergeAsync(await _lab.PortAsync(), "squash");

        (await _lab.ForwardPortAsync()).ShouldExitWith(0);

        await _lab.ShouldBeClosedAsync("completed", "main has the whole fix as");
        await _lab.ShouldReleaseAsync(isRefused: false);
    }

    [Fact]
    public async Task ThatMainHasAlreadyIsProvenWithoutAPullRequest()
    {
        _lab.OnMain(main => main.Git(["cherry-pick", _lab.Guard, _lab.Total], TempRepository.Day(12)));
        await _lab.ShouldReleaseAsync(isRefused: false);

        (await _lab.ForwardPortAsync()).ShouldExitWith(0);

        await _lab.ShouldBeClosedAsync("completed", "there as");
        Assert.Empty(await _lab.Hotfix.ListAsync("pulls?state=all"));
    }

    [Fact]
    public async Task ThatWasRevertedOnMainIsOwedAgain()
    {
        _lab.OnMain(main =>
        {
            main.Git(["cherry-pick", _lab.Guard, _lab.Total], TempRepository.Day(12));
            main.Git(["revert", "--no-edit", "HEAD"], TempRepository.Day(13));
        });
        await _lab.ShouldReleaseAsync(isRefused: true);

        (await _lab.ForwardPortAsync()).ShouldExitWith(75);

        await _lab.ShouldBeOpenAsync();
        Assert.Contains("taken back by", (await _lab.PortAsync())["body"]!.GetValue<string>(), StringComparison.Ordinal);
        await _lab.ShouldReleaseAsync(isRefused: true);
    }

    [Fact]
    public async Task OfWhichMainHasHalfIsCarriedOverForTheRest()
    {
        _lab.OnMain(main =>
        {
            main.Git(["cherry-pick", _lab.Guard], TempRepository.Day(12));
            main.CommitFile("src/basket.txt", "one\ntwo, guarded twice\nthree\n", "Guard it better", TempRepository.Day(13));
        });
        await _lab.ShouldReleaseAsync(isRefused: true);

        (await _lab.ForwardPortAsync()).ShouldExitWith(75);

        JsonNode port = await _lab.PortAsync();
        Assert.False(port["draft"]!.GetValue<bool>());
        Assert.Equal("src/total.txt", _lab.Hotfix.ServerRepository.Git(["diff", "--name-only", $"main...{Slug}"]));
        await _lab.MergeAsync(port, "rebase");
        (await _lab.ForwardPortAsync()).ShouldExitWith(0);
        await _lab.ShouldBeClosedAsync("completed", "there as");
    }

    [Fact]
    public async Task ThatConflictsIsADraftUntilAPersonResolvesIt()
    {
        _lab.OnMain(main => main.CommitFile("src/basket.txt", "one\ntwo, of another kind\nthree\n", "Other baskets", TempRepository.Day(12)));

        RunResult first = await _lab.ForwardPortAsync();

        first.ShouldExitWith(75);
        Assert.Contains("it conflicts in src/basket.txt", first.LastLine, StringComparison.Ordinal);
        JsonNode port = await _lab.PortAsync();
        Assert.True(port["draft"]!.GetValue<bool>());
        string text = port["body"]!.GetValue<string>();
        Assert.All(["- `src/basket.txt`", $"git cherry-pick -x -m 1 {_lab.Merge}", $"git push origin {Slug}"], part =>
            Assert.Contains(part, text, StringComparison.Ordinal)
        );
        Assert.Equal("", _lab.Hotfix.ServerRepository.Git(["diff", "--name-only", $"main...{Slug}"]));
        await _lab.ShouldReleaseAsync(isRefused: true);

        Resolve();
        await _lab.Hotfix.MarkReadyAsync(port);
        await _lab.MergeAsync(port, "merge");
        (await _lab.ForwardPortAsync()).ShouldExitWith(0);

        await _lab.ShouldBeClosedAsync("completed", "the fix as people resolved and reviewed it");
        await _lab.ShouldReleaseAsync(isRefused: false);
    }

    [Fact]
    public async Task ThatAPersonResolvedAndSomebodyTookBackIsOwedAgain()
    {
        _lab.OnMain(main => main.CommitFile("src/basket.txt", "one\ntwo, of another kind\nthree\n", "Other baskets", TempRepository.Day(12)));
        await _lab.ForwardPortAsync();
        JsonNode port = await _lab.PortAsync();
        Resolve();
        await _lab.Hotfix.MarkReadyAsync(port);
        await _lab.MergeAsync(port, "squash");
        _lab.OnMain(main => main.Git(["revert", "--no-edit", "HEAD"], TempRepository.Day(15)));

        (await _lab.ForwardPortAsync()).ShouldExitWith(75);

        JsonArray ports = await _lab.Hotfix.ListAsync("pulls?state=open");
        Assert.Equal($"{Slug}-2", Assert.Single(ports)!["head"]!["ref"]!.GetValue<string>());
        await _lab.ShouldBeOpenAsync();
    }

    [Fact]
    public async Task ThatMainNoLongerNeedsIsClosedWithTheDecision()
    {
        _lab.OnMain(main =>
        {
            main.Git(["rm", "--quiet", "src/basket.txt", "src/total.txt"]);
            main.Commit("No more baskets", TempRepository.Day(12));
        });
        await _lab.ShouldReleaseAsync(isRefused: true);

        (await _lab.ForwardPortAsync("--not-needed", "main has no baskets", "--description", HotfixLab.Description)).ShouldExitWith(0);

        await _lab.ShouldBeClosedAsync("not_planned", "main has no baskets");
        await _lab.ShouldReleaseAsync(isRefused: false);
    }

    [Fact]
    public async Task IsLeftBehindOnlyForAReasonThatIsRecorded()
    {
        await _lab.Hotfix.ReportAsync(_lab.Hotfix.MainTip());

        (await _lab.Hotfix.RunAsync("Release", "--check-grace", "0s", "--version", "1.5.0", "--accept-debt", "main sells no baskets this week")).ShouldExitWith(
            0
        );

        JsonNode comment = Assert.Single(await _lab.Hotfix.ListAsync($"issues/{SupportLineLab.Debt}/comments"))!;
        Assert.Contains("main sells no baskets this week", comment["body"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode release = Assert.Single(await _lab.Hotfix.ListAsync("releases"))!;
        Assert.Contains("Released without the fix of #1", release["body"]!.GetValue<string>(), StringComparison.Ordinal);
        await _lab.ShouldBeOpenAsync();
    }

    [Fact]
    public async Task IsNotReleasedPastALockEither()
    {
        _lab.OnMain(main => main.Git(["cherry-pick", _lab.Guard, _lab.Total], TempRepository.Day(12)));
        await _lab.Hotfix.SendAsync(HttpMethod.Post, "owner", "issues", new { title = "v1.4.3 was rolled back", labels = new[] { "release-lock" } });

        RunResult locked = await _lab.Hotfix.RunAsync("Release", "--check-grace", "0s", "--version", "1.5.0", "--accept-debt", "never mind");

        locked.ShouldExitWith(255);
        Assert.Contains("HF4130: Releases are locked by #2 'v1.4.3 was rolled back'; nothing was changed.", locked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("v1.5.0", _lab.Hotfix.RemoteRefs(), StringComparison.Ordinal);
        await _lab.Hotfix.SendAsync(HttpMethod.Patch, "owner", "issues/2", new { state = "closed" });
        await _lab.ShouldReleaseAsync(isRefused: false);
    }

    // As a person would: by the commands of the pull request's text.
    private void Resolve()
    {
        TempRepository clone = _lab.Clone;
        _lab.Fetch();
        clone.Git(["switch", "--quiet", "--force-create", Slug, $"origin/{Slug}"]);
        clone.Git(["cherry-pick", "--no-commit", "-X", "theirs", "-m", "1", _lab.Merge]);
        clone
            .Write("src/basket.txt", "one\ntwo, of another kind, guarded\nthree\n")
            .Commit($"Guard the basket\n\n(cherry picked from commit {_lab.Merge})", TempRepository.Day(14));
        _lab.Hotfix.Push(clone, Slug);
    }
}
