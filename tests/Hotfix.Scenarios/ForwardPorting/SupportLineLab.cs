using System.Text.Json.Nodes;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.ForwardPorting;

/// <summary>
/// v1.4.3 was released from <c>support/1.4</c> with a fix of two commits, and an issue says that it is owed to <c>main</c>, which has gone on.
/// The state is made with git and one request; the targets are asked from there.
/// </summary>
internal sealed class SupportLineLab : IAsyncDisposable
{
    public const int Debt = 1;
    private const string Before = "one\ntwo\nthree\n";

    private SupportLineLab(HotfixLab hotfix)
    {
        Hotfix = hotfix;
    }

    public HotfixLab Hotfix { get; }

    /// <summary>The two commits of the fix, and the merge that brought them to the support branch.</summary>
    public string Guard { get; private set; } = "";

    public string Total { get; private set; } = "";

    public string Merge { get; private set; } = "";

    public TempRepository Clone => Hotfix.Clone;

    public static async Task<SupportLineLab> StartAsync()
    {
        var lab = new SupportLineLab(await HotfixLab.StartAsync(_ => { }));
        lab.Seed();
        await lab.OpenDebtAsync();
        return lab;
    }

    public Task<RunResult> ForwardPortAsync(params string[] more) => Hotfix.RunAsync(["ForwardPort", .. more]);

    /// <summary>Whether a release of main is refused for the debt; a rehearsal decides by the same plan.</summary>
    public async Task ShouldReleaseAsync(bool isRefused)
    {
        RunResult release = await Hotfix.RunAsync("Release", "--dry-run", "--check-grace", "0s", "--version", "1.5.0");
        Assert.True(isRefused == release.Output.Contains("HF4131", StringComparison.Ordinal), release.Output + release.Errors);
        release.ShouldExitWith(isRefused ? 255 : 0);
    }

    public async Task ShouldBeClosedAsync(string reason, string comment)
    {
        JsonNode issue = (await Hotfix.SendAsync(HttpMethod.Get, "ci", $"issues/{Debt}"))!;
        Assert.Equal(("closed", reason), (issue["state"]!.GetValue<string>(), issue["state_reason"]!.GetValue<string>()));
        Assert.Contains(await Hotfix.ListAsync($"issues/{Debt}/comments"), one => one!["body"]!.GetValue<string>().Contains(comment, StringComparison.Ordinal));
    }

    public async Task ShouldBeOpenAsync() =>
        Assert.Equal("open", (await Hotfix.SendAsync(HttpMethod.Get, "ci", $"issues/{Debt}"))!["state"]!.GetValue<string>());

    /// <summary>The one pull request that carries the fix.</summary>
    public async Task<JsonNode> PortAsync() => Assert.Single(await Hotfix.ListAsync("pulls?state=all&base=main"))!;

    public async Task MergeAsync(JsonNode port, string method) =>
        await Hotfix.SendAsync(HttpMethod.Put, "admin", $"pulls/{port["number"]}/merge", new { merge_method = method });

    /// <summary>A commit on main, as its own clone makes and pushes it.</summary>
    public string OnMain(Action<TempRepository> change)
    {
        Fetch();
        Clone.Git(["switch", "--quiet", "--force-create", "work", "origin/main"]);
        change(Clone);
        Hotfix.Push(Clone, "work:main", "admin");
        return Clone.Head;
    }

    /// <summary>Past the protocol: git in this process has no credential.</summary>
    public void Fetch() => Clone.Git(["fetch", "--quiet", Hotfix.ServerRepository.Path, "+refs/heads/*:refs/remotes/origin/*"]);

    public ValueTask DisposeAsync() => Hotfix.DisposeAsync();

    private void Seed()
    {
        Clone.Write("src/basket.txt", Before).Write("src/total.txt", Before).Commit("Baskets", TempRepository.Day(3));
        Clone.Git(["tag", "--force", "--annotate", "--message", "Release v1.4.2", "v1.4.2"], TempRepository.Day(4));
        Hotfix.Push(Clone, "HEAD:main", "admin");
        Hotfix.Push(Clone, "+refs/tags/v1.4.2", "admin");
        Clone.Git(["switch", "--quiet", "--create", HotfixLab.Branch]);
        Guard = Clone.CommitFile("src/basket.txt", "one\ntwo, guarded\nthree\n", "Guard the basket", TempRepository.Day(6));
        Total = Clone.CommitFile("src/total.txt", "one\ntwo, rounded\nthree\n", "Round the total", TempRepository.Day(7));
        Clone.Git(["switch", "--quiet", "--create", "support/1.4", "v1.4.2"]);
        Clone.Git(["merge", "--quiet", "--no-ff", "--message", "Merge pull request #7 from acme/" + HotfixLab.Branch, HotfixLab.Branch], TempRepository.Day(8));
        Merge = Clone.Head;
        Clone.Git(["tag", "--annotate", "--message", "Release v1.4.3", "v1.4.3"], TempRepository.Day(9));
        Hotfix.Push(Clone, "support/1.4");
        Hotfix.Push(Clone, "refs/tags/v1.4.3");
        OnMain(main => main.CommitFile("src/next.txt", "a feature", "Sell more", TempRepository.Day(10)));
    }

    private async Task OpenDebtAsync()
    {
        var debt = new Debt(ReleaseTag.TryParse("v1.4.3")!)
        {
            Released = CommitSha.Parse(Merge),
            SupportBranch = BranchName.Parse("support/1.4"),
            HotfixBranch = BranchName.Parse(HotfixLab.Branch),
            Owner = "reviewer",
            Due = new DateOnly(2026, 1, 20),
        };
        NewIssue issue = DebtIssue.Compose(debt, BranchName.Parse("main"));
        await Hotfix.SendAsync(
            HttpMethod.Post,
            "owner",
            "issues",
            new
            {
                title = issue.Title,
                body = issue.Marker.On(issue.Body),
                labels = issue.Labels,
                assignees = issue.Assignees,
            }
        );
    }
}
