using Hotfix.Core.Refs;
using Hotfix.Core.Requests;

namespace Hotfix.Core.PullRequests;

/// <summary>A hotfix that is under way.</summary>
/// <param name="Description">The words after <c>hotfix/</c>; as <c>--description</c> they mean that very branch.</param>
/// <param name="Lane">By the branch that its pull request goes into.</param>
/// <param name="Url">The pull request's page; empty before there is one.</param>
internal sealed record OpenHotfix(string Description, LaneChoice Lane, string Url)
{
    /// <summary>The commit that its tests have to be run on; <c>null</c> when they were, or when it is merged.</summary>
    public CommitSha? Untested { get; init; }
}
