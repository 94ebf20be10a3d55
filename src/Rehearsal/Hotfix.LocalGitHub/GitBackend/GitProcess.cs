using System.Diagnostics;
using System.Text;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>Starts git with an environment of our own: no configuration of the machine's, no inherited <c>GIT_*</c>.</summary>
internal static class GitProcess
{
    /// <summary>Runs git to its end; throws when it fails.</summary>
    public static async Task<string> RunAsync(string directory, string[] arguments, CancellationToken cancellationToken)
    {
        GitResult result = await TryRunAsync(directory, arguments, input: null, cancellationToken);
        return result.ExitCode == 0 ? result.Output : throw Failed(arguments, result);
    }

    /// <summary>Runs git to its end, whatever its exit code; <paramref name="input"/> is its standard input.</summary>
    public static async Task<GitResult> TryRunAsync(
        string directory,
        string[] arguments,
        string? input,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        ProcessStartInfo start = Prepare(directory, arguments);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        try
        {
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            if (input is not null)
                await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);

            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return new GitResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static InvalidOperationException Failed(string[] arguments, GitResult result) =>
        new($"git {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Error.Trim()}");

    /// <summary>A start of git with all three streams redirected.</summary>
    public static ProcessStartInfo Prepare(string directory, string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Clean(start.Environment);
        return start;
    }

    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
            environment.Remove(name);

        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["LC_ALL"] = "C";
    }
}
