using System.Globalization;
using Hotfix.Drill.Rehearsals;

namespace Hotfix.Drill.Processes;

/// <summary>Runs git for the drill itself and its players; never for the targets, which bring their own.</summary>
internal sealed class GitCommands(IReadOnlyDictionary<string, string> environment, string logFile)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs git and gives its output without the last line break.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5904 when it ends with anything but 0.</exception>
    public Task<string> RunAsync(string directory, string[] arguments, CancellationToken cancellationToken) =>
        RunAsync(directory, arguments, environment, cancellationToken);

    /// <summary>Commits everything in the work tree, as the author and at the date that the commit names, so that its sha is the same every time.</summary>
    public async Task<string> CommitAsync(string directory, SampleCommit commit, CancellationToken cancellationToken)
    {
        string date = commit.Date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var dated = new Dictionary<string, string>(environment)
        {
            ["GIT_AUTHOR_DATE"] = date,
            ["GIT_COMMITTER_DATE"] = date,
            ["GIT_AUTHOR_NAME"] = commit.Author,
            ["GIT_COMMITTER_NAME"] = commit.Author,
        };
        await RunAsync(directory, ["add", "--all"], dated, cancellationToken);
        await RunAsync(directory, ["commit", "--quiet", "--message", commit.Message], dated, cancellationToken);
        if (commit.Tag is { } tag)
            await RunAsync(directory, ["tag", "--annotate", tag, "--message", $"Release {tag}"], dated, cancellationToken);

        return await RunAsync(directory, ["rev-parse", "HEAD"], dated, cancellationToken);
    }

    /// <summary>Where a branch of a remote repository stands.</summary>
    public async Task<string> RemoteTipAsync(string address, string branch, string directory, CancellationToken cancellationToken)
    {
        string line = await RunAsync(directory, ["ls-remote", "--exit-code", address, $"refs/heads/{branch}"], cancellationToken);
        return line.Split('\t')[0];
    }

    private async Task<string> RunAsync(
        string directory,
        string[] arguments,
        IReadOnlyDictionary<string, string> variables,
        CancellationToken cancellationToken
    )
    {
        var command = new ChildCommand("git", arguments, directory, variables, Limit);
        ChildResult result = await ChildProcess.RunAsync(command, logFile, _ => { }, cancellationToken);
        return result.ExitCode == 0 ? string.Join('\n', result.Lines) : throw DrillFailure.ProcessEnded("git", result, "0");
    }
}
