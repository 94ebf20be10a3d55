using Hotfix.Components.Running.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git;
using Hotfix.Pipeline.Deploying;

namespace Hotfix.Components.Running;

/// <summary>
/// Asks the team's own command for a commit's version, in place of GitVersion: MinVer, Nerdbank.GitVersioning, a file. The commit is checked out for it in a
/// folder of its own.
/// </summary>
/// <param name="git">Stands in the clone.</param>
/// <param name="command">As it would be typed; the last line that it prints holds the version.</param>
internal sealed class VersionCommand(GitCommandLine git, string command) : IVersionSource
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly Dictionary<CommitSha, CalculatedVersion> _known = [];

    /// <inheritdoc/>
    /// <exception cref="HotfixException">HF4309 when the command fails, or prints no version.</exception>
    public async Task<CalculatedVersion> CalculateAsync(CommitSha commit, BranchName branch, RemoteRefs remote, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(commit, out CalculatedVersion? known))
            return known;

        await using CommitCheckout checkout = await CommitCheckout.CreateAsync(git, commit, cancellationToken);
        ShellResult result = await new ShellCommand(
            command,
            checkout.Directory,
            new Dictionary<string, string> { ["HOTFIX_SHA"] = commit.Value, ["HOTFIX_BRANCH"] = branch.Value }
        ).RunAsync(Longest, cancellationToken);
        if (!result.IsSuccess || ReleaseTag.TryParse(result.LastOutput) is not { } said)
        {
            throw new HotfixException(
                "HF4309",
                what: $"--version-command gave no version for {commit.Short}; nothing was changed.",
                why: result.IsSuccess
                    ? $"Its last line is '{result.LastOutput}', which is no version of three numbers."
                    : $"{result.Ending}: {string.Join(" | ", result.LastLines.TakeLast(4))}",
                next: "Try it in a fresh clone, where it has to print the version last, such as 1.4.3; or name the version: --version 1.4.3"
            );
        }

        return _known[commit] = new CalculatedVersion(said.Version with { Prerelease = "" }, said.Version.ToString(), $"'{command}'");
    }
}
