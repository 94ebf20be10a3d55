namespace Hotfix.Git;

/// <summary>What one run of git answered. The exit code decides; the error stream is evidence for people only.</summary>
/// <param name="Call">What was asked.</param>
/// <param name="ExitCode">0 to 255.</param>
/// <param name="Output">Standard output as UTF-8 (see <see cref="GitCall.IsBinary"/>), unchanged: it may hold what a file or a remote's address holds.</param>
/// <param name="Errors">Standard error; secrets are blanked out.</param>
internal sealed record GitResult(GitCall Call, int ExitCode, string Output, string Errors)
{
    /// <summary>Exit code 0.</summary>
    public bool IsSuccess => ExitCode == 0;

    /// <summary>Standard output without the line break at its end.</summary>
    public string Line => Output.TrimEnd('\n', '\r');

    /// <summary>Evidence, on one line: the exit code and git's last words.</summary>
    public string Evidence
    {
        get
        {
            string[] lines = [.. ErrorLines.Where(line => !Boilerplate.Contains(line))];
            string said = lines switch
            {
                [] => "",
                [.., var before, var last] when Vague.Contains(last) => $": {before}; {last}",
                [.., var last] => $": {last}",
            };
            return $"'{Call}' ended with exit code {ExitCode}{(said.Length > 0 ? said : ".")}";
        }
    }

    // What git adds to every failure of a transport, whatever its reason.
    private static readonly string[] Boilerplate = ["Please make sure you have the correct access rights", "and the repository exists."];

    // The line before says more: ssh's own, or the shell's that found no program.
    private static readonly string[] Vague = ["fatal: Could not read from remote repository.", "fatal: the remote end hung up unexpectedly"];

    /// <summary>The error stream's lines, without empty ones and git's own advice.</summary>
    public IReadOnlyList<string> ErrorLines =>
        [
            .. Errors
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith("hint:", StringComparison.Ordinal)),
        ];
}
