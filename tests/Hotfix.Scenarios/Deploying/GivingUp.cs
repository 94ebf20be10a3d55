using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;
using Hotfix.Scenarios.Telling;

namespace Hotfix.Scenarios.Deploying;

/// <summary><c>Abandon</c>: a hotfix that turned out not to be needed.</summary>
public sealed class GivingUp : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        await _lab.HotfixAsync();
        _lab.CommitFix();
        (await _lab.HotfixAsync("--deadline", "0s")).ShouldExitWith(75);
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task ClosesThePullRequestWithTheReasonAndDeletesTheBranches()
    {
        _lab.Clone.Git(["switch", "--quiet", "main"]);

        RunResult first = await AbandonAsync("--reason", "the provider fixed it");
        RunResult second = await AbandonAsync();

        first.ShouldExitWith(0);
        JsonNode pull = Assert.Single(await _lab.ListAsync("pulls?state=all"))!;
        Assert.Equal("closed", pull["state"]!.GetValue<string>());
        Assert.Null(pull["merged_at"]);
        string[] comments = await _lab.CommentsAsync(1);
        Assert.Equal(2, comments.Length);
        Assert.All(comments, comment => Assert.Contains("the provider fixed it", comment, StringComparison.Ordinal));
        Assert.DoesNotContain(HotfixLab.Branch, _lab.RemoteRefs(), StringComparison.Ordinal);
        Assert.Equal("", _lab.Clone.Git(["branch", "--list", "hotfix/*"]));
        Assert.Contains("found: #1 was closed on", second.ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABranchThatIsCheckedOutIsLeftAlone()
    {
        RunResult result = await AbandonAsync("--reason", "the provider fixed it");

        Assert.Contains("stays here: it is checked out", result.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Equal(HotfixLab.Branch, _lab.Clone.Git(["branch", "--show-current"]));
        Assert.DoesNotContain(HotfixLab.Branch, _lab.RemoteRefs(), StringComparison.Ordinal);
    }

    private Task<RunResult> AbandonAsync(params string[] more) => _lab.RunAsync(["Abandon", "--description", HotfixLab.Description, .. more]);
}
