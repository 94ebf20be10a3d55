using Hotfix.Core.Refs;
using Hotfix.Core.Versions;

namespace Hotfix.Git.Versions;

/// <summary>The part of history that decides a commit's version: what lies above the highest release that it contains.</summary>
/// <param name="Start">The oldest commit in it, at which history is cut.</param>
/// <param name="Commits">All of them, the start included.</param>
internal sealed record HistoryWindow(CommitSha Start, IReadOnlySet<CommitSha> Commits)
{
    // Each round moves the start further back along ever rarer merges; a history that needs more is read whole.
    private const int Rounds = 20;

    /// <summary><c>null</c> when only the whole history is sure to give the same answer: no release, or no single commit that closes the window.</summary>
    public static async Task<HistoryWindow?> FindAsync(
        GitCommandLine git,
        CommitSha commit,
        IReadOnlyList<RemoteTag> reachable,
        CancellationToken cancellationToken
    )
    {
        HistoryWindow? window = await FindCandidateAsync(git, commit, reachable, cancellationToken);
        return window is null || await window.IsOutweighedAsync(git, reachable, cancellationToken) ? null : window;
    }

    /// <summary>As <see cref="FindAsync"/>, before <see cref="IsOutweighedAsync"/>, which reads every message of the past and may be asked meanwhile.</summary>
    public static async Task<HistoryWindow?> FindCandidateAsync(
        GitCommandLine git,
        CommitSha commit,
        IReadOnlyList<RemoteTag> reachable,
        CancellationToken cancellationToken
    )
    {
        CommitSha? start = FindFirstStart(reachable);
        for (int round = 0; round < Rounds && start is { } candidate; round++)
        {
            (HashSet<CommitSha> commits, CommitSha[] boundary) = await ListAsync(git, candidate, commit, cancellationToken);
            if (boundary.All(edge => edge == candidate))
            {
                commits.Add(candidate);
                return new HistoryWindow(candidate, commits);
            }

            start = await FindCommonAsync(git, [candidate, .. boundary], cancellationToken);
        }

        return null;
    }

    /// <summary>Whether something before the window decides after all: then the whole history is needed.</summary>
    public Task<bool> IsOutweighedAsync(GitCommandLine git, IReadOnlyList<RemoteTag> reachable, CancellationToken cancellationToken) =>
        MergeMessages.NameHigherVersionAsync(git, Start, Highest(reachable)!, cancellationToken);

    /// <summary>The highest release among these; <c>null</c> when there is none.</summary>
    public static SemanticVersion? Highest(IReadOnlyList<RemoteTag> reachable) => HighestRelease(reachable) is { } tag ? VersionOf(tag) : null;

    /// <summary>
    /// The highest release. <c>null</c> where a pre-release sorts above it, such as v1.5.0-rc.1 above v1.4.2: then GitVersion
    /// weighs older releases, too, and counts from one of those.
    /// </summary>
    private static CommitSha? FindFirstStart(IReadOnlyList<RemoteTag> reachable) =>
        HighestRelease(reachable) is { } highest && !reachable.Any(tag => VersionOf(tag) is { } version && version > VersionOf(highest)!)
            ? highest.Commit
            : null;

    private static RemoteTag? HighestRelease(IEnumerable<RemoteTag> tags) => tags.Where(tag => VersionOf(tag) is { IsPrerelease: false }).MaxBy(VersionOf);

    private static SemanticVersion? VersionOf(RemoteTag tag) => tag.Release?.Version;

    private static async Task<(HashSet<CommitSha> Commits, CommitSha[] Boundary)> ListAsync(
        GitCommandLine git,
        CommitSha start,
        CommitSha commit,
        CancellationToken cancellationToken
    )
    {
        string output = await git.ReadAsync(["rev-list", "--boundary", commit.Value, $"^{start}"], cancellationToken);
        ILookup<bool, CommitSha> lines = output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToLookup(line => line[0] == '-', line => CommitSha.Parse(line.TrimStart('-')));
        return (lines[false].ToHashSet(), [.. lines[true]]);
    }

    private static async Task<CommitSha?> FindCommonAsync(GitCommandLine git, CommitSha[] commits, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(["merge-base", "--octopus", .. commits.Select(commit => commit.Value)], cancellationToken);
        return result.ExitCode switch
        {
            0 => CommitSha.Parse(result.Line),
            1 => null,
            _ => throw GitErrors.Failed(result),
        };
    }
}
