using System.Diagnostics;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Git;

namespace Nuke.Common.Git;

/// <summary>Reads a repository through git, which knows work trees, packed refs and includes.</summary>
internal static class LocalRepository
{
    public static GitRepository Read(AbsolutePath directory)
    {
        string root = Ask(directory, "rev-parse", "--show-toplevel") ?? throw new BuildException($"'{directory}' lies in no git repository.");
        string? commit = Ask(directory, "rev-parse", "--verify", "--quiet", "HEAD");
        string? head = Ask(directory, "symbolic-ref", "--quiet", "HEAD");
        string? branch = head?["refs/heads/".Length..];
        string[] tags = commit is null ? [] : Lines(Ask(directory, "tag", "--points-at", "HEAD"));
        string? remote = (branch is null ? null : Ask(directory, "config", $"branch.{branch}.remote")) ?? Lines(Ask(directory, "remote")).FirstOrDefault();
        string? followed = branch is null ? null : Ask(directory, "config", $"branch.{branch}.merge");
        string? url = remote is null ? null : Ask(directory, "remote", "get-url", remote);
        (GitProtocol? protocol, string? endpoint, string? identifier) = url is null ? default : RemoteAddress.Parse(url);
        return new GitRepository(
            protocol,
            endpoint,
            identifier,
            branch,
            AbsolutePath.Create(root),
            head ?? commit,
            commit,
            tags,
            remote,
            followed?.Replace("refs/heads/", string.Empty, StringComparison.Ordinal)
        );
    }

    private static string[] Lines(string? text) => (text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What git writes; <c>null</c> when it has no answer.</summary>
    private static string? Ask(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(ProgramPath.Find(GitTasks.PathExecutable), arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;
        process.BeginErrorReadLine(); // what it says there is not asked for, but must not fill the pipe
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && output.Trim() is { Length: > 0 } answer ? answer : null;
    }
}
