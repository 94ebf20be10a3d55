using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Trusting;

/// <summary>A rule takes signed commits alone: nothing is pushed that it would refuse, and what is made here is signed by whoever can.</summary>
public sealed class SignedCommitsAlone : IAsyncLifetime
{
    private const string App = "shop-hotfix[bot]";
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() =>
        _lab = await HotfixLab.StartAsync(server =>
        {
            HotfixLab.DefaultRules(server);
            server.AddRuleset(
                HotfixLab.FullName,
                new Ruleset("signed")
                {
                    Include = ["refs/heads/main", "refs/heads/hotfix/**"],
                    Rules = [new RulesetRule.RequiredSignatures()],
                    BypassRole = Role.Admin,
                }
            );
        });

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task StopTheTeamsOwnBeforeThePushAndTheRemedyWorks()
    {
        await _lab.HotfixAsync();
        string fix = _lab.CommitFix();

        RunResult refused = await _lab.HotfixAsync("--deadline", "0s");
        string refs = _lab.RemoteRefs();
        _lab.Server.AddSigningKey("engineer", SigningKey.GiveTo(_lab.Clone));
        _lab.Clone.Git(Remedy(refused.Output));
        RunResult opened = await _lab.HotfixAsync("--deadline", "0s");

        refused.ShouldExitWith(255);
        string named = $"HF4458: 1 commit of {HotfixLab.Branch} is not signed: {fix[..8]} (Guard against an empty basket); nothing was changed.";
        Assert.Contains(named, refused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(HotfixLab.Branch, refs, StringComparison.Ordinal);
        opened.ShouldExitWith(75);
        Assert.NotEqual(fix, _lab.ServerRepository.Resolve(HotfixLab.Branch));
        await _lab.LetThroughAsync(_lab.Clone.Head);
        (await _lab.HotfixAsync()).ShouldExitWith(0);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task LetGitHubSignAReadyFixForTheApp()
    {
        string patch = _lab.Patch();

        RunResult opened = await AsTheAppAsync("--fix", patch, "--deadline", "0s");

        opened.ShouldExitWith(75);
        Assert.Contains("signed by GitHub", opened.Output, StringComparison.Ordinal);
        string commit = _lab.ServerRepository.Git(["cat-file", "commit", HotfixLab.Branch]);
        Assert.Contains($"author {App} <", commit, StringComparison.Ordinal);
        Assert.Contains("gpgsig -----BEGIN SSH SIGNATURE-----", commit, StringComparison.Ordinal);
        Assert.Contains("Co-authored-by: Ada Author <ada@example.com>", commit, StringComparison.Ordinal);
        Assert.Equal(_lab.Clone.Resolve("HEAD"), _lab.ServerRepository.Resolve(HotfixLab.Branch));
        Assert.Empty(_lab.Clone.Git(["status", "--porcelain", "--untracked-files=no"]));
        await _lab.LetThroughAsync(_lab.Clone.Head);
        (await AsTheAppAsync()).ShouldExitWith(0);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task RefuseAReadyFixThatNobodyCanSign()
    {
        string refs = _lab.Clone.Git(["for-each-ref", "refs/heads"]);

        RunResult refused = await _lab.HotfixAsync("--fix", _lab.Patch());

        refused.ShouldExitWith(255);
        Assert.Contains($"HF4457: {HotfixLab.Branch} takes signed commits alone", refused.Output, StringComparison.Ordinal);
        Assert.Equal(refs, _lab.Clone.Git(["for-each-ref", "refs/heads"]));
    }

    [Fact]
    public async Task HaveAReadyFixSignedByGitWithoutItBeingSetTo()
    {
        _lab.Server.AddSigningKey("engineer", SigningKey.GiveTo(_lab.Clone));

        RunResult opened = await _lab.HotfixAsync("--fix", _lab.Patch(), "--deadline", "0s");

        opened.ShouldExitWith(75);
        Assert.Contains("author Ada Author <", _lab.ServerRepository.Git(["cat-file", "commit", HotfixLab.Branch]), StringComparison.Ordinal);
    }

    private Task<RunResult> AsTheAppAsync(params string[] more) =>
        _lab.RunAsAsync(App, ["Hotfix", "--description", HotfixLab.Description, "--poll-interval", "1s", "--check-grace", "0s", .. more]);

    private static string[] Remedy(string output)
    {
        string line = output.Split('\n').First(line => line.Contains("git rebase --force-rebase", StringComparison.Ordinal));
        return line[(line.IndexOf("git rebase", StringComparison.Ordinal) + "git ".Length)..].Trim().Split(' ');
    }
}
