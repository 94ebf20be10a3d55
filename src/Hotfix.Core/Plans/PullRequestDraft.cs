using Hotfix.Core.Refs;

namespace Hotfix.Core.Plans;

/// <summary>A pull request to be opened.</summary>
/// <param name="HeadBranch">Exists at the remote, at <paramref name="HeadSha"/>, when it is opened.</param>
/// <param name="HeadSha">The commit that was tested.</param>
/// <param name="BaseBranch">Where it goes.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown, at most 65,536 characters (GitHub's limit).</param>
/// <param name="IsDraft">Whether it is opened as a draft.</param>
/// <param name="Labels">Added right after; made by GitHub when they do not exist.</param>
/// <param name="Reviewers">Logins, or <c>org/team</c>; asked right after.</param>
internal sealed record PullRequestDraft(
    BranchName HeadBranch,
    CommitSha HeadSha,
    BranchName BaseBranch,
    string Title,
    string Body,
    bool IsDraft,
    IReadOnlyList<string> Labels,
    IReadOnlyList<string> Reviewers
);
