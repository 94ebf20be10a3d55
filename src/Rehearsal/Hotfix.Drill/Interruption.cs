namespace Hotfix.Drill;

/// <summary>An end that a run of the targets is expected to come to, and what clears it.</summary>
/// <param name="ExitCode">255 for a refusal, 75 for somebody's move.</param>
/// <param name="Code">The message's code, which must be in the output.</param>
/// <param name="Remedy">What is done about it, for people.</param>
/// <param name="ClearAsync">Does it; gets the head of the hotfix.</param>
internal sealed record Interruption(int ExitCode, string Code, string Remedy, Func<DrillCast, string, CancellationToken, Task> ClearAsync);
