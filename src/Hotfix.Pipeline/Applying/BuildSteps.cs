using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Applying;

/// <summary>
/// The steps that only a build can do: its tests, its way to deploy, its question to a running system. What a target does not need is left out.
/// </summary>
internal sealed record BuildSteps
{
    /// <summary>Runs the tests.</summary>
    public Func<PlanStep.RunTests, CancellationToken, Task<Outcome>>? RunTests { get; init; }

    /// <summary>The team's own steps; whatever they throw is their failure.</summary>
    public Func<PlanStep.PerformDeployment, CancellationToken, Task>? Deploy { get; init; }

    /// <summary>Asks the environment.</summary>
    public Func<PlanStep.VerifyEnvironment, CancellationToken, Task<Outcome>>? Verify { get; init; }

    /// <summary>Deploys the earlier release with a target of its own; <c>null</c> when that stopped the run.</summary>
    public Func<PlanStep.GoBack, CancellationToken, Task<Outcome?>>? GoBack { get; init; }

    /// <summary>Writes a file of the hotfix path into a repository.</summary>
    public Func<PlanStep.WriteFile, CancellationToken, Task<Outcome>>? WriteFile { get; init; }

    /// <summary>Takes one away again that was written and that nobody has changed.</summary>
    public Func<PlanStep.RemoveFile, CancellationToken, Task<Outcome>>? RemoveFile { get; init; }

    /// <summary>One of them, which a plan has and this target therefore was given.</summary>
    public T Of<T>(Func<BuildSteps, T?> choose)
        where T : Delegate => choose(this) ?? throw new InvalidOperationException($"This target was given no {typeof(T)}.");
}
