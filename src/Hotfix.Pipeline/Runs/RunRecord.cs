using Hotfix.Core.Deploying;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Timeline;
using Hotfix.GitHub.Http;
using Serilog;

namespace Hotfix.Pipeline.Runs;

/// <summary>What one run found, did and waits for; printed as it happens, and summed up at the end.</summary>
internal sealed class RunRecord
{
    private readonly List<string> _found = [];
    private readonly List<Outcome> _outcomes = [];
    private readonly List<PlanStep> _rehearsed = [];

    public IReadOnlyList<string> FoundDone => _found;

    public IReadOnlyList<Outcome> Outcomes => _outcomes;

    public IReadOnlyList<PlanStep> Rehearsed => _rehearsed;

    public IReadOnlyList<Wait> Waits { get; set; } = [];

    public IReadOnlyList<Refusal> Refusals { get; set; } = [];

    /// <summary>What a run without a hotfix's own snapshot ends with, one line; <c>null</c> for none.</summary>
    public string? Conclusion { get; set; }

    /// <summary>What <c>Doctor</c> found; empty where it did not run.</summary>
    public IReadOnlyList<Finding> Findings { get; set; } = [];

    /// <summary>The moments of the hotfix, as its thread knows them; empty where no thread was told.</summary>
    public IReadOnlyList<Moment> Moments { get; set; } = [];

    /// <summary>What came of the announcements of this run.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; set; } = [];

    /// <summary>Whether somebody ended the waiting with Ctrl+C.</summary>
    public bool WasInterrupted { get; set; }

    public TestRun? Tests { get; set; }

    public TimeSpan Waited { get; set; }

    public Snapshot? Snapshot { get; set; }

    public Traffic? Traffic { get; set; }

    public int GitProcesses { get; set; }

    /// <summary>Ids of the workflow runs that this process started.</summary>
    public IReadOnlySet<long> StartedRuns() =>
        _outcomes
            .Where(outcome => outcome.Step is PlanStep.StartRelease or PlanStep.StartDeployWorkflow)
            .Select(outcome => DeploymentOrigin.RunOf(outcome.Evidence))
            .OfType<long>()
            .ToHashSet();

    public void Found(IReadOnlyDictionary<Stage, string> done)
    {
        foreach (string evidence in done.OrderBy(pair => pair.Key).Select(pair => pair.Value).Distinct())
            Found(evidence);
    }

    public void Found(IReadOnlyList<string> evidence)
    {
        foreach (string line in evidence)
            Found(line);
    }

    public static void Show(PlanResult.Ready ready)
    {
        foreach (string note in ready.Notes)
            Log.Information("note: {Note:l}", note);

        foreach (PlanStep step in ready.Steps)
            Log.Information("plan: {Step:l}", step.Describe());
    }

    /// <summary>Shows a plan that is not applied.</summary>
    public void Rehearse(PlanResult.Ready ready)
    {
        Show(ready);
        _rehearsed.AddRange(ready.Steps);
    }

    public void Add(Outcome outcome)
    {
        _outcomes.Add(outcome);
        Log.Information("{Kind:l}: {Step:l}: {Evidence:l}", outcome.WasFound ? "found" : "done", outcome.Step.Describe(), outcome.Evidence);
    }

    /// <summary>Done already; said once.</summary>
    public void Found(string line)
    {
        if (!_found.Contains(line))
        {
            _found.Add(line);
            Log.Information("found: {Evidence:l}", line);
        }
    }
}
