using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git.Versions;

namespace Hotfix.Git;

/// <summary>Runs GitVersion on as much history as decides the answer, in a throw-away repository; the clone is only read.</summary>
/// <param name="git">Stands in the clone.</param>
/// <param name="reader">Has looked at the same clone already, and remembers what it saw; <c>null</c> for one of its own.</param>
/// <remarks>
/// GitVersion sees the branch in question and the remote's tags, and no other branch unless its configuration counts release branches: which ones a clone has
/// differs from
/// machine to machine, and the version must not.
/// </remarks>
internal sealed class GitVersionSource(GitCommandLine git, GitReader? reader = null) : IVersionSource
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly GitReader _reader = reader ?? new GitReader(git);

    /// <summary>
    /// Whether the branch is the one that releases come from, and counts as GitVersion's <c>main</c> whatever its name; not so for a package of any commit.
    /// </summary>
    public bool IsBase { get; init; } = true;

    /// <inheritdoc/>
    /// <exception cref="HotfixException">HF2201 without GitVersion, HF2202 when it fails, HF2203 in a shallow clone without a release.</exception>
    public async Task<CalculatedVersion> CalculateAsync(CommitSha commit, BranchName branch, RemoteRefs remote, CancellationToken cancellationToken)
    {
        GitVersionProgram program = GitVersionProgram.Locate();
        GitLocation location = await _reader.LocateAsync(cancellationToken);
        VersionConfiguration configuration = await VersionConfiguration.ReadAsync(git, commit, cancellationToken);
        IReadOnlyList<RemoteTag> tags = remote.Tags;
        Dictionary<BranchName, CommitSha> others = await OthersAsync(configuration, branch, remote, cancellationToken);
        branch = IsBase ? BaseBranch.NameFor(branch, configuration) : branch;
        var cache = new VersionCache(location);
        string key = VersionCache.KeyOf([
            program.Version,
            commit.Value,
            branch.Value,
            configuration.FileName,
            configuration.Blob,
            location.IsShallow ? "shallow" : "whole",
            .. others.Select(other => $"{other.Value} {other.Key}").Order(StringComparer.Ordinal),
            .. tags.Select(tag => $"{tag.Commit} {tag.Name}").Order(StringComparer.Ordinal),
        ]);
        if (await cache.ReadAsync(key, cancellationToken) is { } known)
            return known;

        IReadOnlyList<RemoteTag> reachable = await _reader.ListTagsReachableAsync(commit, tags, cancellationToken);
        HistoryWindow? window = configuration.AllowsWindow ? await HistoryWindow.FindCandidateAsync(git, commit, reachable, cancellationToken) : null;
        var run = new GitVersionRun(git, program, location, Limit);
        var question = new VersionQuestion(commit, branch, reachable, configuration, window) { OtherBranches = others };
        CalculatedVersion version = await AskAsync(run, question, location.IsShallow ? null : cache, cancellationToken);
        await cache.WriteAsync(key, version, cancellationToken);
        return version;
    }

    // Only a configuration that counts release branches is shown them, and then as the remote has them.
    private async Task<Dictionary<BranchName, CommitSha>> OthersAsync(
        VersionConfiguration configuration,
        BranchName branch,
        RemoteRefs remote,
        CancellationToken cancellationToken
    )
    {
        if (!configuration.TracksReleaseBranches)
            return [];

        BranchName[] names = [.. remote.Branches.Keys.Where(name => name != branch && configuration.IsReleaseBranch(name))];
        await _reader.FetchAsync(remote, names, [], cancellationToken);
        return names.ToDictionary(name => name, name => remote.Branches[name]);
    }

    // The two take about as long, and the window is hardly ever outweighed: they run side by side.
    private async Task<CalculatedVersion> AskAsync(GitVersionRun run, VersionQuestion question, VersionCache? cache, CancellationToken cancellationToken)
    {
        if (question.Window is not { } window)
            return await run.RunAsync(question, cancellationToken);

        Task<bool> outweighed = IsOutweighedAsync(window, question.Tags, cache, cancellationToken);
        Task<CalculatedVersion> narrow = run.RunAsync(question, cancellationToken);
        await narrow.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return await outweighed ? await run.RunAsync(question with { Window = null }, cancellationToken) : await narrow;
    }

    // Every message of the past is read for it, and the past before a release does not change.
    private async Task<bool> IsOutweighedAsync(HistoryWindow window, IReadOnlyList<RemoteTag> tags, VersionCache? cache, CancellationToken cancellationToken)
    {
        string key = VersionCache.KeyOf(["outweighed", window.Start.Value, HistoryWindow.Highest(tags)?.ToString() ?? ""]);
        if (cache is not null && await cache.ReadAnswerAsync(key, cancellationToken) is { } known)
            return known;

        bool answer = await window.IsOutweighedAsync(git, tags, cancellationToken);
        await (cache?.WriteAnswerAsync(key, answer, cancellationToken) ?? Task.CompletedTask);
        return answer;
    }
}
