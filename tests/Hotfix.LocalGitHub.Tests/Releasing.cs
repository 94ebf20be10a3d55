using System.Security.Cryptography;
using Octokit;

namespace Hotfix.LocalGitHub.Tests;

public sealed class Releasing
{
    [Fact]
    public async Task DraftIsFilledThenPublished()
    {
        await using Lab lab = await Lab.StartAsync();
        IReleasesClient releases = lab.Client("dev").Repository.Release;
        byte[] content = [1, 2, 3, 4];

        Release draft = await releases.Create(
            "acme",
            "shop",
            new NewRelease("v1.0.1")
            {
                Draft = true,
                TargetCommitish = "main",
                Name = "1.0.1",
            }
        );
        await Assert.ThrowsAsync<NotFoundException>(() => releases.Get("acme", "shop", "v1.0.1"));
        ReleaseAsset asset = await releases.UploadAsset(draft, new ReleaseAssetUpload("shop.zip", "application/zip", new MemoryStream(content), timeout: null));
        await releases.Edit("acme", "shop", draft.Id, new ReleaseUpdate { TagName = "v1.0.1", Draft = false });

        Release found = await releases.Get("acme", "shop", "v1.0.1");
        byte[] downloaded = await lab.Http("dev").GetByteArrayAsync(found.Assets[0].BrowserDownloadUrl);
        Assert.False(found.Draft);
        Assert.Equal(4, asset.Size);
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(downloaded));
        Assert.Contains("refs/tags/v1.0.1", lab.Work.Git(["ls-remote", "origin"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LatestFollowsMakeLatest()
    {
        await using Lab lab = await Lab.StartAsync();
        IReleasesClient releases = lab.Client("dev").Repository.Release;
        await releases.Create("acme", "shop", new NewRelease("v2.0.0") { TargetCommitish = "main" });
        await releases.Create("acme", "shop", new NewRelease("v1.0.1") { TargetCommitish = "main", MakeLatest = MakeLatestQualifier.False });

        Release latest = await releases.GetLatest("acme", "shop");

        Assert.Equal("v2.0.0", latest.TagName);
    }

    [Fact]
    public async Task TagIsUsedOnce()
    {
        await using Lab lab = await Lab.StartAsync();
        IReleasesClient releases = lab.Client("dev").Repository.Release;
        await releases.Create("acme", "shop", new NewRelease("v1.0.0"));

        var refused = await Assert.ThrowsAsync<ApiValidationException>(() => releases.Create("acme", "shop", new NewRelease("v1.0.0")));

        Assert.Equal("already_exists", refused.ApiError.Errors[0].Code);
    }

    [Fact]
    public async Task AnnotatedTagIsMadeFromAnObject()
    {
        await using Lab lab = await Lab.StartAsync();
        GitHubClient client = lab.Client("dev");
        string main = lab.Work.Resolve("origin/main");

        GitTag tag = await client.Git.Tag.Create(
            "acme",
            "shop",
            new NewTag
            {
                Tag = "v3",
                Message = "third",
                Object = main,
                Type = TaggedType.Commit,
                Tagger = new Committer("Ada", "ada@example.com", lab.Clock.GetUtcNow()),
            }
        );
        await client.Git.Reference.Create("acme", "shop", new NewReference("refs/tags/v3", tag.Sha));

        lab.Work.Git(["fetch", "--quiet", "--tags", "origin"]);
        Assert.Equal(tag.Sha, lab.Work.Resolve("v3"));
        Assert.Equal(main, lab.Work.Resolve("v3^{commit}"));
    }
}
