namespace Hotfix.Testing;

/// <summary>What a program left.</summary>
/// <param name="ExitCode">0 to 255.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Errors">All of its standard error.</param>
public sealed record EndedProcess(int ExitCode, string Output, string Errors);
