using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Tests.Scripted;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>Goes the whole way of a hotfix over one connection: look, open, look, merge, release.</summary>
internal sealed class HotfixWalk
{
    private static readonly ReleaseTag Tag = ReleaseTag.TryParse("v1.0.1")!;
    private readonly GitHubAreas _reader;
    private readonly Shop _shop;
    private readonly StepWriter _writer;

    public HotfixWalk(Shop shop)
    {
        _shop = shop;
        Connection = shop.Connect("ada");
        _reader = new GitHubAreas(Connection);
        _writer = new StepWriter(Connection);
        Asset = Files.Upload(shop.Files, "shop.zip", "content") with { Tag = Tag };
    }

    public GitHubConnection Connection { get; }

    public PlanStep.UploadAsset Asset { get; }

    public PullRequest Merged { get; private set; } = null!;

    public CommitSha MergeCommit { get; private set; }

    public PublishedRelease Released { get; private set; } = null!;

    public async Task WalkAsync()
    {
        PullRequest open = await OpenAsync();
        await MergeAsync(open);
        PushTag();
        await ReleaseAsync();
    }

    private async Task<PullRequest> OpenAsync()
    {
        await _reader.Repositories.ReadLoginAsync(CancellationToken.None);
        await _reader.Repositories.ReadAsync(CancellationToken.None);
        await _reader.Rules.ReadAsync(BranchName.Parse("main"), CancellationToken.None);
        await _reader.PullRequests.ListAsync(_shop.Open.Draft.HeadBranch, CancellationToken.None);
        await _writer.ApplyAsync(_shop.Open, CancellationToken.None);
        PullRequest open = (await _reader.PullRequests.ListAsync(_shop.Open.Draft.HeadBranch, CancellationToken.None)).Single();
        await _writer.ApplyAsync(new PlanStep.UpdatePullRequestBody(open.Number, _shop.Head, "Tested."), CancellationToken.None);
        return open;
    }

    private async Task MergeAsync(PullRequest open)
    {
        await _reader.PullRequests.ReadAsync(open.Number, CancellationToken.None);
        await _reader.Checks.ListAsync(_shop.Head, CancellationToken.None);
        await _reader.Reviews.ListAsync(open.Number, CancellationToken.None);
        Outcome merged = await _writer.ApplyAsync(
            new PlanStep.MergePullRequest(open.Number, _shop.Head, MergeMethod.Squash, open.Title),
            CancellationToken.None
        );
        MergeCommit = CommitSha.Parse(merged.Evidence);
        Merged = (await _reader.PullRequests.FindOfCommitAsync(MergeCommit, CancellationToken.None))!;
    }

    private void PushTag()
    {
        _shop.Work.Git(["fetch", "--quiet", "origin"]);
        _shop.Work.Git(["tag", "--annotate", Tag.Name, "--message", Tag.Name, MergeCommit.Value]);
        _shop.Work.Git(["push", "--quiet", "origin", Tag.Name]);
    }

    private async Task ReleaseAsync()
    {
        await _reader.Releases.FindAsync(Tag, CancellationToken.None);
        await _reader.Releases.ReadLatestAsync(CancellationToken.None);
        await _reader.Checks.ListAsync(MergeCommit, CancellationToken.None);
        await _writer.ApplyAsync(new PlanStep.DraftRelease(Tag, MergeCommit, "1.0.1", "Fixes it."), CancellationToken.None);
        await _writer.ApplyAsync(Asset, CancellationToken.None);
        await _writer.ApplyAsync(new PlanStep.PublishRelease(Tag, IsLatest: true, [Asset]), CancellationToken.None);
        Released = (await _reader.Releases.ReadLatestAsync(CancellationToken.None))!;
    }
}
