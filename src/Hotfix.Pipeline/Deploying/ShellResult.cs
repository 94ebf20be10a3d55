namespace Hotfix.Pipeline.Deploying;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode"><c>null</c> when it was stopped because its time was up.</param>
/// <param name="LastLines">The newest lines of both streams.</param>
/// <param name="LastOutput">The last line with text on standard output; empty when there was none.</param>
internal sealed record ShellResult(int? ExitCode, IReadOnlyList<string> LastLines, string LastOutput)
{
    public bool IsSuccess => ExitCode == 0;

    public string Ending => ExitCode is { } code ? $"It ended with exit code {code}" : "Its time was up, and it was stopped";
}
