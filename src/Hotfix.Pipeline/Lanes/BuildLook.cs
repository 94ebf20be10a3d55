using Hotfix.Core.Refs;
using Hotfix.Git;

namespace Hotfix.Pipeline.Lanes;

/// <summary>Looks whether a commit is older than the build that runs.</summary>
internal static class BuildLook
{
    /// <summary>The build's folder, where the base has it and production's commit has not; else <c>null</c>.</summary>
    /// <param name="git">Reads the clone, which has both commits.</param>
    /// <param name="folder">The folder; <c>null</c> when the build is not the repository's.</param>
    /// <param name="tip">The base's tip.</param>
    /// <param name="production">What production runs.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public static async Task<string?> LackingAsync(GitReader git, string? folder, CommitSha tip, CommitSha production, CancellationToken cancellationToken) =>
        folder is not null && await HasAsync(git, folder, tip, cancellationToken) && !await HasAsync(git, folder, production, cancellationToken)
            ? folder
            : null;

    private static async Task<bool> HasAsync(GitReader git, string folder, CommitSha commit, CancellationToken cancellationToken) =>
        (await git.ListFilesAsync(commit, cancellationToken)).Any(path => path.StartsWith($"{folder}/", StringComparison.Ordinal));
}
