using Octokit;

namespace Hotfix.LocalGitHub.Tests;

public sealed class HistoryAndFiles
{
    [Fact]
    public async Task AreComparedAcrossBranchesWithSlashes()
    {
        await using Lab lab = await Lab.StartAsync();
        string sha = lab.PushBranch("hotfix/x", "app.txt", "one\nTWO\nthree\n");

        CompareResult comparison = await lab.Client("dev").Repository.Commit.Compare("acme", "shop", "main", "hotfix/x");

        Assert.Equal(("ahead", 1, 0), (comparison.Status, comparison.AheadBy, comparison.BehindBy));
        Assert.Equal(sha, Assert.Single(comparison.Commits).Sha);
        GitHubCommitFile file = Assert.Single(comparison.Files);
        Assert.Equal(("app.txt", "modified", 1, 1), (file.Filename, file.Status, file.Additions, file.Deletions));
        Assert.StartsWith("@@ -1,3 +1,3 @@", file.Patch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AreReadAtARef()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.PushBranch("topic", "docs/a b.txt", "gr\u00fc\u00df\n");

        RepositoryContent file = Assert.Single(await lab.Client("dev").Repository.Content.GetAllContentsByRef("acme", "shop", "docs/a b.txt", "topic"));

        Assert.Equal(("gr\u00fc\u00df\n", "docs/a b.txt", 7), (file.Content, file.Path, file.Size));
    }

    [Fact]
    public async Task NameTheirPullRequest()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("topic");
        PullRequestMerge merged = await lab.Client("dev").PullRequest.Merge("acme", "shop", pull.Number, new MergePullRequest());

        IReadOnlyList<CommitPullRequest> found = await lab.Client("dev").Repository.Commit.PullRequests("acme", "shop", merged.Sha);

        Assert.Equal(pull.Number, Assert.Single(found).Number);
    }

    [Fact]
    public async Task CommitShowsItsFiles()
    {
        await using Lab lab = await Lab.StartAsync();

        GitHubCommit commit = await lab.Client("dev").Repository.Commit.Get("acme", "shop", "v1.0.0");

        Assert.Equal(("feat: begin", 1), (commit.Commit.Message, commit.Stats.Additions));
        Assert.Equal(("readme.md", "added"), (Assert.Single(commit.Files).Filename, commit.Files[0].Status));
    }
}
