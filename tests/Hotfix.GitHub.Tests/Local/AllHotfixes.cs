using Hotfix.Core.Refs;
using Hotfix.Core.Reporting;
using Hotfix.GitHub.Records;
using Hotfix.LocalGitHub;

namespace Hotfix.GitHub.Tests.Local;

public class AllHotfixes
{
    private static readonly DateTimeOffset Day = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task AreReadWithTheirWay()
    {
        await using Shop shop = await Shop.StartAsync();
        PastPullRequest past = Merged(shop, "hotfix/past", Day);
        shop.Server.Remember(Shop.Repository, new Past { Actor = "ada", PullRequests = [past, Merged(shop, "feature/other", Day)] });

        Listing<MergedHotfix> found = await new HotfixRecords(shop.Connect("grace")).ListMergedAsync(since: null, CancellationToken.None);

        MergedHotfix hotfix = Assert.Single(found.Items);
        Assert.True(found.IsWhole);
        Assert.Equal(
            (BranchName.Parse("hotfix/past"), BranchName.Parse("main"), "ada", CommitSha.Parse(past.MergeSha)),
            (hotfix.Branch, hotfix.Base, hotfix.Author, hotfix.MergeCommit)
        );
        Assert.Equal((Day, Day.AddHours(2)), (hotfix.OpenedAt, hotfix.MergedAt));
        Assert.Equal(1, hotfix.Size.Files);
        Assert.NotNull(hotfix.FirstCommitAt);
        Assert.Equal((Day.AddHours(1), true), (Assert.Single(hotfix.Reviews).SubmittedAt, hotfix.Reviews[0].CanWrite));
        Assert.Equal(new Core.Timeline.Period(Day, Day.AddMinutes(8)), Assert.Single(hotfix.Checks));
    }

    [Fact]
    public async Task AreReadPageByPageBeyondWhatOneSearchGives()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.Remember(
            Shop.Repository,
            new Past { Actor = "ada", PullRequests = [.. Enumerable.Range(0, 1_030).Select(at => Merged(shop, $"hotfix/past-{at}", Day.AddHours(at)))] }
        );
        var records = new HotfixRecords(shop.Connect("grace"));

        Listing<MergedHotfix> all = await records.ListMergedAsync(since: null, CancellationToken.None);
        Listing<MergedHotfix> newest = await records.ListMergedAsync(Day.AddHours(1_000), CancellationToken.None);

        Assert.Equal((1_030, true), (all.Items.DistinctBy(hotfix => hotfix.Number).Count(), all.IsWhole));
        Assert.Equal(32, newest.Items.Count);
    }

    [Fact]
    public async Task AreReadWithDeploymentsThatEndedWell()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.Remember(
            Shop.Repository,
            new Past
            {
                Actor = "ada",
                Deployments =
                [
                    .. Enumerable
                        .Range(0, 205)
                        .Select(at => new PastDeployment("production", shop.Head.Value, Day.AddHours(at), Day.AddHours(at).AddMinutes(4))
                        {
                            Payload = """{"hotfix":"abc"}""",
                        }),
                    new PastDeployment("elsewhere", shop.Head.Value, Day, Day),
                ],
            }
        );
        await shop.SendAsync(
            HttpMethod.Post,
            "ada",
            "deployments",
            new
            {
                @ref = shop.Head.Value,
                environment = "production",
                auto_merge = false,
                required_contexts = Array.Empty<string>(),
            }
        );

        Listing<DeployedCommit> found = await new HotfixRecords(shop.Connect("grace")).ListDeployedAsync(["production"], since: null, CancellationToken.None);

        Assert.Equal((205, true), (found.Items.Count, found.IsWhole));
        Assert.All(found.Items, it => Assert.Equal(("production", shop.Head, true), (it.Environment, it.Sha, it.IsOwn)));
        Assert.Equal(Day.AddMinutes(4), found.Items[^1].At);
    }

    [Fact]
    public async Task AreReadWithPublishedReleases()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Server.Remember(Shop.Repository, new Past { Actor = "ada", Releases = [("v1.0.0", shop.Head.Value, Day)] });
        await shop.SendAsync(HttpMethod.Post, "ada", "releases", new { tag_name = "v9.9.9", draft = true });

        Listing<PublishedPage> found = await new HotfixRecords(shop.Connect("grace")).ListReleasesAsync(since: null, CancellationToken.None);

        Assert.Equal(("v1.0.0", Day), (Assert.Single(found.Items).TagName, found.Items[0].PublishedAt));
    }

    private static PastPullRequest Merged(Shop shop, string branch, DateTimeOffset opened) =>
        new(branch, "main")
        {
            BaseSha = shop.Work.Resolve("origin/main"),
            HeadSha = shop.Head.Value,
            MergeSha = shop.Head.Value,
            Title = "Hotfix: past",
            Author = "ada",
            OpenedAt = opened,
            MergedAt = opened.AddHours(2),
            Approvals = [("grace", opened.AddHours(1))],
            Checks = branch == "hotfix/past" ? [("build", opened, opened.AddMinutes(8))] : [],
        };
}
