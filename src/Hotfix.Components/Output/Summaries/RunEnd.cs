using Hotfix.Core.Errors;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Output.Summaries;

/// <summary>How a run ended, for everything that tells it: the last line, the document, the job's summary and its annotations.</summary>
/// <param name="Record">What it found, did and waits for.</param>
/// <param name="ExitCode">0 to 255.</param>
/// <param name="Failures">What was thrown.</param>
internal sealed record RunEnd(RunRecord Record, int ExitCode, IReadOnlyList<Failure> Failures)
{
    /// <summary>Nothing is wrong, it is somebody's move.</summary>
    public const int SomebodysMove = 75;

    /// <summary>By Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>By SIGTERM.</summary>
    public const int Terminated = 143;

    /// <summary>Names of the targets that were asked for.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Whether Ctrl+C or the system ended it.</summary>
    public bool WasInterrupted => ExitCode is Interrupted or Terminated;

    /// <summary>Whether it is somebody's move.</summary>
    public bool IsWaiting => ExitCode == SomebodysMove;

    /// <summary><c>done</c>, <c>waiting</c>, <c>interrupted</c> or <c>failed</c>.</summary>
    public string State =>
        ExitCode == 0 ? "done"
        : IsWaiting ? "waiting"
        : WasInterrupted ? "interrupted"
        : "failed";

    /// <summary>Why it stopped, each reason once; empty unless it failed.</summary>
    public IReadOnlyList<Refusal> Refusals =>
        ExitCode == 0 || IsWaiting || WasInterrupted
            ? Record.Refusals
            : [.. Record.Refusals.Concat(Failures.Select(failure => failure.Refusal).OfType<Refusal>()).Distinct()];

    /// <summary>What was thrown that is none of our refusals; empty unless it failed.</summary>
    public IReadOnlyList<Failure> OtherFailures => State == "failed" ? [.. Failures.Where(failure => failure.Refusal is null)] : [];
}
