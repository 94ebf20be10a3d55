using Hotfix.Core.Execution;
using Hotfix.Git;

namespace Hotfix.Pipeline.Runs;

/// <summary>With what a clone and GitHub behind its remote are reached.</summary>
/// <param name="Token">As it was passed; <c>null</c> for what the environment or git has.</param>
/// <param name="ApiUrl">Address of GitHub's API; <c>null</c> for the one that belongs to the remote.</param>
/// <param name="VersionsBy">Asks a command of the team for a commit's version, in the clone of that git.</param>
/// <param name="Hide">Told of every secret that is found, before anything could show it.</param>
internal sealed record ConnectionSettings(string? Token, string? ApiUrl, Func<GitCommandLine, string, IVersionSource> VersionsBy, Action<string?> Hide);
