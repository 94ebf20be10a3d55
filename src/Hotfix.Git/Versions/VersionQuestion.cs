using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Versions;

/// <summary>What GitVersion is asked.</summary>
/// <param name="Commit">The tip that it sees.</param>
/// <param name="Branch">What it takes the tip for.</param>
/// <param name="Tags">Tags that are reachable from the commit.</param>
/// <param name="Configuration">The commit's own.</param>
/// <param name="Window">How much history it sees; <c>null</c>: all.</param>
internal sealed record VersionQuestion(
    CommitSha Commit,
    BranchName Branch,
    IReadOnlyList<RemoteTag> Tags,
    VersionConfiguration Configuration,
    HistoryWindow? Window
)
{
    /// <summary>Further branches that it sees; none unless its configuration asks for them.</summary>
    public IReadOnlyDictionary<BranchName, CommitSha> OtherBranches { get; init; } = new Dictionary<BranchName, CommitSha>();

    /// <summary>Names and commits of the tags that GitVersion sees.</summary>
    public IEnumerable<(string Name, CommitSha Commit)> VisibleTags =>
        Tags.Where(tag => Window is null || Window.Commits.Contains(tag.Commit)).Select(tag => (NameOf(tag), tag.Commit));

    // Without a tag prefix in its configuration, GitVersion reads 1.4.2 and v1.4.2 only: the team's other pattern is known to us alone.
    private string NameOf(RemoteTag tag) =>
        Configuration.TagPrefix is null && tag.Release is { } release && !new TagPattern(release.Prefix).IsPlain
            ? $"{release.Version}{release.Build}"
            : tag.Name;

    /// <summary>For people, behind the program's name.</summary>
    public string DescribeHistory() => Window is null ? "whole history" : $"window of {Window.Commits.Count} commits";
}
