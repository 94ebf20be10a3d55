namespace Hotfix.Git;

/// <summary>How a process ended and what it printed, as it printed it.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors);
