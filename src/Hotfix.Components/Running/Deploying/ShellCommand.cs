using System.Diagnostics;
using Hotfix.Components.Testing;
using Hotfix.GitHub;
using Hotfix.Pipeline.Deploying;
using Serilog;

namespace Hotfix.Components.Running.Deploying;

/// <summary>
/// Runs a command that a team has written for a shell (<c>sh -c</c>, on Windows <c>cmd /c</c>), shows what it prints, and keeps the end of it.
/// </summary>
/// <param name="command">As it would be typed.</param>
/// <param name="directory">Where it runs.</param>
/// <param name="variables">What it is told.</param>
internal sealed class ShellCommand(string command, string directory, IReadOnlyDictionary<string, string> variables)
{
    private const int KeptLines = 50;

    // They say which commit a workflow's file is at, and would be taken for the one that is meant.
    private static readonly string[] Misleading = ["GITHUB_SHA", "GITHUB_REF", "GITHUB_REF_NAME", "GITHUB_REF_TYPE", "GITHUB_HEAD_REF", "GITHUB_BASE_REF"];
    private static readonly string[] Tokens = ["GH_TOKEN", "GH_ENTERPRISE_TOKEN", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
    private readonly Queue<string> _lines = new();
    private string _lastOutput = "";

    /// <summary>Whether it runs what the branch holds, such as its tests: no credential is handed to that.</summary>
    public bool IsTheBranchsOwn { get; init; }

    /// <summary>Runs it to its end, whatever that is; stops it, and what it started, when the time is up.</summary>
    public async Task<ShellResult> RunAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        Log.Information("> {Command:l}", command);
        using Process process = Process.Start(StartInfo())!;
        process.StandardInput.Close();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(longest);
        try
        {
            await Task.WhenAll(
                process.WaitForExitAsync(timeout.Token),
                KeepAsync(process.StandardOutput, isOutput: true, timeout.Token),
                KeepAsync(process.StandardError, isOutput: false, timeout.Token)
            );
            return Result(process.ExitCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Result(exitCode: null);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows())
        {
            // cmd has rules of its own for quotes; /s takes off the outermost pair and nothing else.
            start.FileName = "cmd.exe";
            start.Arguments = $"/d /s /c \"{command}\"";
        }
        else
        {
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(command);
        }

        SetEnvironment(start.Environment);
        return start;
    }

    // The steps are the team's own: of GitHub's variables they keep those that do not mislead, the token included.
    private void SetEnvironment(IDictionary<string, string?> environment)
    {
        KeyValuePair<string, string?>[] ofGitHub =
        [
            .. environment.Where(pair =>
                (pair.Key.StartsWith("GITHUB_", StringComparison.Ordinal) || Tokens.Contains(pair.Key)) && !Misleading.Contains(pair.Key)
            ),
        ];
        ChildEnvironment.Clean(environment);
        foreach ((string name, string? value) in IsTheBranchsOwn ? [] : ofGitHub)
            environment[name] = value;

        foreach ((string name, string value) in variables)
            environment[name] = value;
    }

    private ShellResult Result(int? exitCode)
    {
        lock (_lines)
            return new ShellResult(exitCode, [.. _lines], _lastOutput);
    }

    private async Task KeepAsync(StreamReader reader, bool isOutput, CancellationToken cancellationToken)
    {
        await foreach (string line in BoundedLines.ReadAsync(reader, cancellationToken))
            Keep(line, isOutput);
    }

    private void Keep(string line, bool isOutput)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;

        Log.Debug("{Line:l}", line.TrimEnd());
        lock (_lines)
        {
            _lastOutput = isOutput ? line.Trim() : _lastOutput;
            _lines.Enqueue(line.TrimEnd());
            if (_lines.Count > KeptLines)
                _lines.Dequeue();
        }
    }
}
