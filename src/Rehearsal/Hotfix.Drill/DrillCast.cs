using Hotfix.Drill.Players;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Rehearsals;

namespace Hotfix.Drill;

/// <summary>Who and what takes part in one drill.</summary>
internal sealed record DrillCast
{
    public required DrillFolder Folder { get; init; }

    public required IRehearsal Rehearsal { get; init; }

    /// <summary>The software that is rehearsed.</summary>
    public required TargetProcess Targets { get; init; }

    public required ContinuousIntegration Ci { get; init; }

    public required Reviewer Reviewer { get; init; }

    /// <summary>git for looking, with the reviewer's credential.</summary>
    public required GitCommands Git { get; init; }

    /// <summary>REST for looking, with the reviewer's credential.</summary>
    public required GitHubApi Api { get; init; }

    /// <summary>What goes wrong.</summary>
    public required Scenario Scenario { get; init; }

    public required Scene Scene { get; init; }

    /// <summary>What else is to be seen in the end; <c>null</c> for nothing.</summary>
    public Func<Promises, DrillChain, CancellationToken, Task>? AlsoVerifies { get; init; }
}
