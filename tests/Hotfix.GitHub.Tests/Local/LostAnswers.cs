using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Tests.Scripted;
using Hotfix.LocalGitHub.Faults;

namespace Hotfix.GitHub.Tests.Local;

public class AnswerLostAfterTheChange
{
    public static TheoryData<FaultKind> Kinds => [FaultKind.ResetAfter, FaultKind.TruncatedBody];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task LeavesOnePullRequest(FaultKind kind)
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.Faults.Add(new Fault(kind) { Method = "POST", Path = "/repos/acme/shop/pulls" });

        Outcome outcome = await shop.Writer("ada").ApplyAsync(shop.Open, CancellationToken.None);

        PullRequest only = Assert.Single(await shop.Reader("ada").PullRequests.ListAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));
        Assert.Equal((true, $"#{only.Number} {only.Url}"), (outcome.WasFound, outcome.Evidence));
        Assert.Equal(["hotfix"], only.Labels);
        Assert.Equal(["grace"], only.RequestedReviewers);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task LeavesOneMerge(FaultKind kind)
    {
        await using Shop shop = await Shop.StartAsync();
        StepWriter writer = shop.Writer("ada");
        await writer.ApplyAsync(shop.Open, CancellationToken.None);
        PullRequest open = Assert.Single(await shop.Reader("ada").PullRequests.ListAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));
        shop.Server.Faults.Add(new Fault(kind) { Method = "PUT", Path = "/repos/acme/shop/pulls/*/merge" });

        Outcome outcome = await writer.ApplyAsync(new PlanStep.MergePullRequest(open.Number, shop.Head, MergeMethod.Merge, ""), CancellationToken.None);

        shop.Work.Git(["fetch", "--quiet", "origin"]);
        Assert.True(outcome.WasFound);
        Assert.Equal(shop.Work.Resolve("origin/main"), outcome.Evidence);
        Assert.Equal(shop.Head.Value, shop.Work.Resolve("origin/main^2"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task LeavesOneWholeRelease(FaultKind kind)
    {
        await using Shop shop = await Shop.StartAsync();
        ReleaseTag tag = ReleaseTag.TryParse("v1.0.0")!;
        PlanStep.UploadAsset asset = Files.Upload(shop.Files, "shop.zip", "content") with { Tag = tag };
        foreach (
            (string method, string path) in ((string, string)[])
                [("POST", "/repos/acme/shop/releases"), ("POST", "/repos/acme/shop/releases/*/assets"), ("PATCH", "/repos/acme/shop/releases/*")]
        )
        {
            shop.Server.Faults.Add(new Fault(kind) { Method = method, Path = path });
        }

        StepWriter writer = shop.Writer("ada");
        Outcome[] outcomes =
        [
            await writer.ApplyAsync(new PlanStep.DraftRelease(tag, shop.Head, "1.0.0", "First."), CancellationToken.None),
            await writer.ApplyAsync(asset, CancellationToken.None),
            await writer.ApplyAsync(new PlanStep.PublishRelease(tag, IsLatest: true, [asset]), CancellationToken.None),
        ];

        PublishedRelease? release = await shop.Reader("ada").Releases.FindAsync(tag, CancellationToken.None);
        Assert.All(outcomes, outcome => Assert.True(outcome.WasFound));
        Assert.False(release!.IsDraft);
        Assert.Equal(asset.Sha256, Assert.Single(release.Assets).Sha256);
        Assert.Equal((2, 1), (shop.Count("POST"), shop.Count("PATCH")));
    }
}

public class AnswerLostWhileListsLagBehind
{
    /// <summary>GitHub lets two drafts have the same tag, so that a second request would not be refused.</summary>
    [Fact]
    public async Task LeavesOneDraft()
    {
        await using Shop shop = await Shop.StartAsync();
        ReleaseTag tag = ReleaseTag.TryParse("v1.0.0")!;
        shop.Server.Faults.Add(new Fault(FaultKind.ResetAfter) { Method = "POST", Path = "/repos/acme/shop/releases" });
        shop.Server.Faults.Add(
            new Fault(FaultKind.StaleRead)
            {
                Method = "GET",
                Path = "/repos/acme/shop/releases",
                Skip = 1,
            }
        );

        Outcome outcome = await shop.Writer("ada").ApplyAsync(new PlanStep.DraftRelease(tag, shop.Head, "1.0.0", "First."), CancellationToken.None);

        Assert.True(outcome.WasFound);
        Assert.Equal(1, shop.Count("POST"));
    }
}

public class ChangeRefusedOnTheWay
{
    public static TheoryData<FaultKind> Kinds =>
        [FaultKind.ResetBefore, FaultKind.Status, FaultKind.SecondaryRateLimit, FaultKind.TooManyRequests, FaultKind.PrimaryRateLimit];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task IsMadeOnceAfterAll(FaultKind kind)
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.Faults.Add(
            new Fault(kind)
            {
                Method = "POST",
                Path = "/repos/acme/shop/pulls",
                Status = 502,
                RetryAfter = TimeSpan.FromSeconds(30),
            }
        );

        Outcome outcome = await shop.Writer("ada").ApplyAsync(shop.Open, CancellationToken.None);

        Assert.False(outcome.WasFound);
        Assert.NotEmpty(shop.Clock.Waits);
        Assert.Single(await shop.Reader("ada").PullRequests.ListAsync(shop.Open.Draft.HeadBranch, CancellationToken.None));
    }
}

public class TokenThatExpiresOnTheWay
{
    [Fact]
    public async Task IsReplacedByTheNextOne()
    {
        await using Shop shop = await Shop.StartAsync();
        string next = shop.Server.AddUser("ada");
        GitHubConnection connection = shop.Connect("ada", isRefused => isRefused ? next : shop.Tokens["ada"]);
        await new GitHubAreas(connection).Repositories.ReadAsync(CancellationToken.None);
        shop.Server.Faults.Add(new Fault(FaultKind.TokenExpired) { Method = "POST", Path = "/repos/acme/shop/pulls" });

        Outcome outcome = await new StepWriter(connection).ApplyAsync(shop.Open, CancellationToken.None);

        Assert.False(outcome.WasFound);
    }
}
