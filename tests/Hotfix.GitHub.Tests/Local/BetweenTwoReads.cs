using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git;
using Hotfix.GitHub.Http;
using Hotfix.LocalGitHub;
using Hotfix.Pipeline.Looking;
using Hotfix.Pipeline.PullRequests;
using Hotfix.Pipeline.Releasing;
using Hotfix.Testing;
using Ruleset = Hotfix.LocalGitHub.Ruleset;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>Whatever others do between any two reads of a look, the answer is never a git error, and no step is planned over and over.</summary>
public class BetweenTwoReads
{
    /// <summary>Each read is tried with HOTFIX_EVERY_READ=1, a few minutes; else one of them, another for each move.</summary>
    private static readonly int Step = Environment.GetEnvironmentVariable("HOTFIX_EVERY_READ") == "1" ? 1 : 66;

    /// <summary>The whole way takes fewer; what waits for somebody would go on for ever.</summary>
    private const int MostReads = 66;

    private static readonly string[] Expected = ["done", "waits", "HF4013", "HF4037", "HF4019", "HF3010", "HF4012"];

    [Theory]
    [InlineData("merge")]
    [InlineData("merge and delete the branch")]
    [InlineData("merge by the queue")]
    [InlineData("push")]
    [InlineData("close")]
    [InlineData("close and delete the branch")]
    [InlineData("tag")]
    [InlineData("delete a tag")]
    [InlineData("move main")]
    public async Task AMoveOfOthersIsHarmless(string move)
    {
        int first = move.Sum(letter => letter) % Step;
        for (int reads = first; reads < MostReads && await IsReachedAsync(move, reads); reads += Step)
        {
            // the next one
        }
    }

    // One hotfix from its reviewed pull request to the release, with the move at that read; whether there was such a read.
    private static async Task<bool> IsReachedAsync(string move, int reads)
    {
        await using Shop shop = await Shop.StartAsync();
        RulesetRule check = new RulesetRule.RequiredStatusChecks([new RequiredStatusCheck("build")]);
        shop.Server.AddRuleset(
            Shop.Repository,
            new Ruleset("main") { Rules = move == "merge by the queue" ? [check, new RulesetRule.MergeQueueRule()] : [check], BypassRole = Role.Admin }
        );
        using TempRepository others = Others(shop);
        PullRequest open = await shop.OpenAsync();
        await shop.PassAsync(open.HeadSha.Value);
        int seen = -1;
        bool isReached = false;
        shop.Server.Arriving = async request =>
        {
            if (request.User != "ada" || isReached || Interlocked.Increment(ref seen) != reads)
                return;

            isReached = true;
            await MoveAsync(shop, others, open, move);
        };
        string end;
        try
        {
            end = await WalkAsync(shop);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"'{move}' before read {reads}: {e.Message}", e);
        }

        Assert.True(Expected.Contains(end), $"'{move}' before read {reads} ends with {end}");
        shop.Server.Arriving = null;
        return isReached;
    }

    private static async Task MoveAsync(Shop shop, TempRepository others, PullRequest open, string move)
    {
        switch (move)
        {
            case "merge":
            case "merge and delete the branch":
                await TryAsync(() => shop.SendAsync(HttpMethod.Put, "grace", $"pulls/{open.Number}/merge", new { merge_method = "squash" }));
                break;
            case "merge by the queue" when shop.Work.Git(["ls-remote", "origin", "refs/heads/gh-readonly-queue/*"]) is { Length: > 40 } group:
                await shop.PostAsync("grace", $"statuses/{group[..40]}", new { context = "build", state = "success" });
                break;
            case "push":
                others.Git(["checkout", "--quiet", "-B", "hotfix/null-ref", "origin/hotfix/null-ref"]);
                others.CommitFile("app.txt", "one\nfixed otherwise\n", "fix: otherwise", TempRepository.Day(4));
                others.Git(["push", "--quiet", "origin", "HEAD"]);
                break;
            case "close":
            case "close and delete the branch":
                await shop.SendAsync(HttpMethod.Patch, "grace", $"pulls/{open.Number}", new { state = "closed" });
                break;
            case "tag":
                others.Git(["fetch", "--quiet", "origin"]);
                others.Git(["tag", "--annotate", "--message", "v1.0.1", "v1.0.1", "origin/main"]);
                others.Git(["push", "--quiet", "origin", "v1.0.1"]);
                break;
            case "delete a tag":
                others.Git(["push", "--quiet", "origin", ":refs/tags/v0.9.0"]);
                break;
            case "move main":
                others.Git(["fetch", "--quiet", "origin"]);
                others.Git(["checkout", "--quiet", "-B", "main", "origin/main"]);
                others.CommitFile("other.txt", "meanwhile", "chore: other", TempRepository.Day(4));
                others.Git(["push", "--quiet", "origin", "main"]);
                break;
            default:
                break;
        }

        if (move.EndsWith("delete the branch", StringComparison.Ordinal))
            others.Git(["push", "--quiet", "origin", ":hotfix/null-ref"]);
    }

    // It may be merged by us already.
    private static async Task TryAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Xunit.Sdk.XunitException)
        {
            // refused, as GitHub would
        }
    }

    // The owner's clone; v0.9.0 is a release that the hotfix's clone does not have yet.
    private static TempRepository Others(Shop shop)
    {
        TempRepository others = TempRepository.At(shop.Files.Combine("others"));
        shop.Work.Git(["clone", "--quiet", $"http://x-access-token:{shop.Tokens["acme"]}@{shop.Server.Address.Authority}/{Shop.Repository}.git", others.Path]);
        others.Git(["checkout", "--quiet", "--orphan", "aside"]);
        others.CommitFile("old.txt", "old", "old", TempRepository.Day(1));
        others.Git(["tag", "--annotate", "--message", "v0.9.0", "v0.9.0"]);
        others.Git(["push", "--quiet", "origin", "v0.9.0"]);
        return others;
    }

    // Looks, plans and applies as a run does, stage by stage.
    private static async Task<string> WalkAsync(Shop shop)
    {
        var request = new HotfixRequest
        {
            Description = "null ref",
            Branch = BranchName.Parse("hotfix/null-ref"),
            CheckGrace = TimeSpan.Zero,
        };
        var git = new GitCommandLine(shop.Work.Path, environment: shop.Work.Environment);
        var clone = new GitReader(git);
        GitHubConnection connection = shop.Connect("ada");
        var github = new GitHubAreas(connection);
        var pullRequests = new PullRequestLook(github, [], shop.Clock);
        var releases = new ReleaseLook(clone, github, new NextPatch(), shop.Clock);
        var writers = new Writers(new GitWriter(git), new StepWriter(connection));
        var applied = new Dictionary<string, int>(StringComparer.Ordinal);
        Stage stage = Stage.Merge;
        for (int looks = 0; looks < 8; looks++)
        {
            Snapshot snapshot = await new SnapshotReader(clone, github, shop.Clock).ReadAsync(request, CancellationToken.None);
            snapshot =
                stage == Stage.Merge
                    ? await pullRequests.ReadAsync(snapshot, CancellationToken.None)
                    : (await releases.ReadAsync(request, await pullRequests.ReadRulesAsync(snapshot, CancellationToken.None), CancellationToken.None)) with
                    {
                        WatchingSince = DateTimeOffset.MinValue,
                    };
            switch (HotfixPlanner.Plan(stage, request, snapshot))
            {
                case PlanResult.NothingToDo when stage == Stage.Merge:
                    stage = Stage.Release;
                    break;
                case PlanResult.NothingToDo:
                    return "done";
                case PlanResult.Refused refused:
                    return refused.Refusals[0].Code;
                case PlanResult.Ready ready:
                    if (await ApplyAsync(writers, ready, pullRequests, applied) is { } code)
                        return code;

                    break;
            }
        }

        return "waits";
    }

    private static async Task<string?> ApplyAsync(Writers writers, PlanResult.Ready ready, PullRequestLook pullRequests, Dictionary<string, int> applied)
    {
        try
        {
            foreach (PlanStep step in ready.Steps)
            {
                applied[step.Describe()] = applied.GetValueOrDefault(step.Describe()) + 1;
                Assert.True(applied[step.Describe()] < 4, $"planned over and over: {step.Describe()}");
                await writers.ApplyAsync(step);
                if (step is PlanStep.Enqueue queued)
                    pullRequests.Queued(queued.ExpectedHead);
            }
        }
        catch (HotfixException e) when (MergePlanner.IsLookedAtAgain(e))
        {
            // as a run does
        }
        catch (HotfixException e) when (e.Code == "HF3010")
        {
            return e.Code;
        }

        pullRequests.Changed();
        return null;
    }

    /// <summary>The steps of a merge and of a release.</summary>
    private sealed record Writers(GitWriter Git, StepWriter GitHub)
    {
        public Task<Outcome> ApplyAsync(PlanStep step) =>
            step switch
            {
                PlanStep.CreateTag tag => Git.ApplyAsync(tag, CancellationToken.None),
                _ => GitHub.ApplyAsync(step, CancellationToken.None),
            };
    }

    /// <summary>GitVersion's answer in such a small repository, without its half second.</summary>
    private sealed class NextPatch : IVersionSource
    {
        public Task<CalculatedVersion> CalculateAsync(CommitSha commit, BranchName branch, RemoteRefs remote, CancellationToken cancellationToken)
        {
            SemanticVersion next = remote.Tags.Select(tag => ReleaseTag.TryParse(tag.Name)).OfType<ReleaseTag>().Max(tag => tag.Version)!.NextPatch;
            return Task.FromResult(new CalculatedVersion(next, $"{next}-1", "the tags"));
        }
    }
}
