using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.PostMortems;

/// <summary>A hotfix that is out.</summary>
/// <param name="Tag">The release that has it.</param>
/// <param name="Commit">The commit behind the tag.</param>
/// <param name="PullRequest">The hotfix's, merged.</param>
/// <param name="Remote">The remote's refs.</param>
internal sealed record ReleasedHotfix(ReleaseTag Tag, CommitSha Commit, PullRequest PullRequest, RemoteRefs Remote)
{
    /// <summary>The way that it took: into a support line is the exceptional one's.</summary>
    public Lane Lane => Remote.Conventions.Support.LineOf(PullRequest.BaseBranch) is null ? Lane.Standard : Lane.Exceptional;

    /// <summary>The repository's page, without a slash at its end; empty where the pull request's page is not below one.</summary>
    public string Web => PullRequest.Url.LastIndexOf("/pull/", StringComparison.Ordinal) is > 0 and var at ? PullRequest.Url[..at] : "";
}
