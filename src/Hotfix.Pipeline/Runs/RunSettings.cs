using Hotfix.Core.Requests;

namespace Hotfix.Pipeline.Runs;

/// <summary>How a run goes, and what its surroundings lend it.</summary>
/// <param name="Connection">With what the clone and GitHub are reached.</param>
/// <param name="Directory">The build's folder, in the clone.</param>
internal sealed record RunSettings(ConnectionSettings Connection, string Directory)
{
    /// <summary>Whether plans are shown and not applied.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Whether a person may be looking on: a job does not wait for people.</summary>
    public bool IsAttended { get; init; }

    /// <summary>Which targets are to run.</summary>
    public RunPlan Plan { get; init; } = new();

    /// <summary>Begins to show what is waited for.</summary>
    public required Func<Pausing> BeginPausing { get; init; }

    /// <summary>Shows that something goes on, until it is disposed.</summary>
    public required Func<string, IDisposable> Progress { get; init; }

    /// <summary>Called when the run ends for somebody's move.</summary>
    public required Action Stopped { get; init; }

    /// <summary>Completes what was asked for with what the standard base has to say, once the remote can be asked.</summary>
    public Func<Services, HotfixRequest, CancellationToken, Task<HotfixRequest>> Settle { get; init; } = (_, request, _) => Task.FromResult(request);

    /// <summary>The clock of this machine.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
