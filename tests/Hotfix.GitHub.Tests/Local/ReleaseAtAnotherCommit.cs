using Hotfix.Core.Execution;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Timeline;
using Hotfix.Core.Versions;
using Hotfix.Git;
using Hotfix.Pipeline.Looking;
using Hotfix.Pipeline.Releasing;
using Hotfix.Testing;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>A hotfix was merged, and what releases here did so at the commit after it, as release-please does at the merge of its own pull request.</summary>
public class ReleaseAtAnotherCommit
{
    [Fact]
    public async Task IsTheHotfixsRelease()
    {
        await using Shop shop = await Shop.StartAsync();
        await MergeAndTagAsync(shop, "--annotate");
        await shop.PostAsync(
            "grace",
            "releases",
            new
            {
                tag_name = "v1.0.1",
                name = "v1.0.1",
                body = "notes",
            }
        );

        Snapshot seen = await LookAsync(shop, ReleaseStrategy.ReleasePlease);

        Assert.NotEqual(seen.Release!.Commit, seen.Release.Containing!.Commit);
        Assert.Equal("v1.0.1", seen.Release.Release?.TagName);
        Moment released = Assert.Single(SnapshotMoments.Of(seen), moment => moment.Kind == MomentKind.Release);
        Assert.Equal((seen.Release.Release!.PublishedAt, "release v1.0.1", seen.Release.Release.Url), (released.At, released.Source, released.Url));
    }

    [Theory]
    [InlineData(ReleaseStrategy.AwaitTag)]
    [InlineData(ReleaseStrategy.Publish)]
    internal async Task IsDatedByItsTagWhereNoReleaseIsPublished(ReleaseStrategy strategy)
    {
        await using Shop shop = await Shop.StartAsync();
        await MergeAndTagAsync(shop, "--annotate");

        Snapshot seen = await LookAsync(shop, strategy);

        Moment released = Assert.Single(SnapshotMoments.Of(seen), moment => moment.Kind == MomentKind.Release);
        Assert.Equal((TempRepository.Day(5), "tag v1.0.1"), (released.At, released.Source));
    }

    [Fact]
    public async Task HasNoMomentWhereABareTagIsAllThereIs()
    {
        await using Shop shop = await Shop.StartAsync();
        await MergeAndTagAsync(shop, "--no-sign");

        Snapshot seen = await LookAsync(shop, ReleaseStrategy.AwaitTag);

        Assert.Equal("v1.0.1", seen.Release!.Containing?.Name);
        Assert.DoesNotContain(SnapshotMoments.Of(seen), moment => moment.Kind == MomentKind.Release);
    }

    // grace merges the hotfix; the next commit is the release's own, and the tag is there.
    private static async Task MergeAndTagAsync(Shop shop, string kind)
    {
        PullRequest open = await shop.OpenAsync();
        await shop.SendAsync(HttpMethod.Put, "grace", $"pulls/{open.Number}/merge", new { merge_method = "squash" });
        shop.PushToMain("CHANGELOG.md", "1.0.1\n");
        string[] message = kind == "--annotate" ? ["--message", "v1.0.1"] : [];
        shop.Work.Git(["-c", "user.name=bot", "tag", kind, .. message, "v1.0.1", "main"], TempRepository.Day(5));
        shop.Work.Git(["push", "--quiet", "origin", "v1.0.1"]);
        shop.Work.Git(["tag", "--delete", "v1.0.1"]);
    }

    private static async Task<Snapshot> LookAsync(Shop shop, ReleaseStrategy strategy)
    {
        var request = new HotfixRequest
        {
            Description = "null ref",
            Branch = BranchName.Parse("hotfix/null-ref"),
            Release = new ReleaseSettings(strategy),
        };
        var git = new GitReader(new GitCommandLine(shop.Work.Path, environment: shop.Work.Environment));
        GitHubAreas github = shop.Reader("ada");
        Snapshot snapshot = await new SnapshotReader(git, github, shop.Clock).ReadAsync(request, CancellationToken.None);
        return await new ReleaseLook(git, github, new NobodyIsAsked(), shop.Clock).ReadAsync(request, snapshot, CancellationToken.None);
    }

    private sealed class NobodyIsAsked : IVersionSource
    {
        public Task<CalculatedVersion> CalculateAsync(CommitSha commit, BranchName branch, RemoteRefs remote, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("What is released has its version.");
    }
}
