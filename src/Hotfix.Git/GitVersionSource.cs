using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git.Reading;
using Hotfix.Git.Versions;

namespace Hotfix.Git;

/// <summary>Runs GitVersion on as much history as decides the answer, in a throw-away repository; the clone is only read.</summary>
/// <param name="git">Stands in the clone.</param>
/// <remarks>
/// GitVersion sees the branch in question and the remote's tags, and no other branch unless its configuration counts release branches: which ones a clone has differs from
/// machine to machine, and the version must not.
/// </remarks>
public sealed class GitVersionSource(GitCommandLine git) : IVersionSource
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Whether the branch is the one that releases come from, and counts as GitVersion's <c>main</c> whatever its name; not so for a package of any commit.</summary>
    public bool IsBase { get; init; } = true;

    /// <inheritdoc/>
    /// <exception cref="HotfixException">HF2201 without GitVersion, HF2202 when it fails, HF2203 in a shallow clone without a release.</exception>
    public async Task<CalculatedVersion> CalculateAsync(
        CommitSha commit, BranchName branch, RemoteRefs remote, CancellationToken cancellationToken)
    {
        GitVersionProgram program = GitVersionProgram.Locate();
        GitLocation location = await GitLocation.FindAsync(git, directory: null, cancellationToken);
        VersionConfiguration configuration = await VersionConfiguration.ReadAsync(git, commit, cancellationToken);
        IReadOnlyList<RemoteTag> tags = remote.Tags;
        Dictionary<BranchName, CommitSha> others = await OthersAsync(configuration, branch, remote, cancellationToken);
        branch = IsBase ? BaseBranch.NameFor(branch, configuration) : branch;
        var cache = new VersionCache(location);
        string key = VersionCache.KeyOf(
        [
            program.Version, commit.Value, branch.Value, configuration.FileName, configuration.Blob, location.IsShallow ? "shallow" : "whole",
            .. others.Select(other => $"{other.Value} {other.Key}").Order(StringComparer.Ordinal),
            .. tags.Select(tag => $"{tag.Commit} {tag.Name}").Order(StringComparer.Ordinal),
        ]);
        if (await cache.ReadAsync(key, cancellationToken) is { } known)
        {
            return known;
        }

        IReadOnlyList<RemoteTag> reachable = await Reachability.ListTagsReachableAsync(git, commit, tags, cancellationToken);
        HistoryWindow? window = configuration.AllowsWindow
            ? await HistoryWindow.FindCandidateAsync(git, commit, reachable, cancellationToken)
            : null;
        var run = new GitVersionRun(git, program, location, Limit);
        var question = new VersionQuestion(commit, branch, reachable, configuration, window) { OtherBranches = others };
        CalculatedVersion version = await AskAsync(run, question, cancellationToken);
        await cache.WriteAsync(key, version, cancellationToken);
        return version;
    }

    // Only a configuration that counts release branches is shown them, and then as the remote has them.
    private async Task<Dictionary<BranchName, CommitSha>> OthersAsync(VersionConfiguration configuration, BranchName branch, RemoteRefs remote, CancellationToken cancellationToken)
    {
        if (!configuration.TracksReleaseBranches)
            return [];

        BranchName[] names = [.. remote.Branches.Keys.Where(name => name != branch && configuration.IsReleaseBranch(name))];
        await new GitReader(git).FetchAsync(remote, names, [], cancellationToken);
        return names.ToDictionary(name => name, name => remote.Branches[name]);
    }

    // The two take about as long, and the window is hardly ever outweighed: they run side by side.
    private async Task<CalculatedVersion> AskAsync(GitVersionRun run, VersionQuestion question, CancellationToken cancellationToken)
    {
        if (question.Window is not { } window)
        {
            return await run.RunAsync(question, cancellationToken);
        }

        Task<bool> outweighed = window.IsOutweighedAsync(git, question.Tags, cancellationToken);
        Task<CalculatedVersion> narrow = run.RunAsync(question, cancellationToken);
        await narrow.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return await outweighed ? await run.RunAsync(question with { Window = null }, cancellationToken) : await narrow;
    }
}
