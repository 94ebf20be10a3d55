using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.Running;

/// <summary>A target whose looks and plans are a list, in a run of its own; the last plan comes for ever.</summary>
internal sealed class SomeTarget(params PlanResult[] plans) : Definition<int>, IDisposable
{
    private readonly TempRepository _clone = new();
    private int _looks;

    /// <summary>A step that needs neither git nor GitHub.</summary>
    public static PlanStep.RunTests Step { get; } = new(CommitSha.Parse("00112233445566778899aabbccddeeff00112233"));

    public static PlanResult WaitsFor(params bool[] arePeople) =>
        new PlanResult.Waiting([.. arePeople.Select((isPerson, i) => new Wait($"thing {i}", "whoever", isPerson))]);

    public static PlanResult Plans(params PlanStep[] steps) => new PlanResult.Ready(steps, []);

    public static PlanResult Refuses(params string[] codes) => new PlanResult.Refused([.. codes.Select(code => new Refusal(code, "what", "why", "next"))]);

    public static PlanResult Found(string evidence) => new PlanResult.NothingToDo([evidence]);

    public override bool Waits => true;

    public RunRecord Record { get; } = new();

    public List<TimeSpan> Pauses { get; } = [];

    public bool HasStopped { get; private set; }

    public TargetEnd<int>? End { get; private set; }

    public bool NeedsMoreThanItsSteps { get; init; }

    public int Looks => _looks;

    public RunContext Run(HotfixRequest? request = null, bool isRehearsal = false, bool isAttended = true) =>
        new(request ?? new HotfixRequest(), Settings(isRehearsal, isAttended), Record);

    public override Task<int> LookAsync(CancellationToken cancellationToken) => Task.FromResult(_looks++);

    public override PlanResult Plan(int facts) => plans[Math.Min(facts, plans.Length - 1)];

    public override Task<Proof> ProveAsync(int facts, IReadOnlyList<Outcome> outcomes, CancellationToken cancellationToken) =>
        Task.FromResult(NeedsMoreThanItsSteps ? Proof.NotYet : Proof.Kept);

    public override Task EndedAsync(TargetEnd<int> end, CancellationToken cancellationToken)
    {
        End = end;
        return Task.CompletedTask;
    }

    public void Dispose() => _clone.Dispose();

    private RunSettings Settings(bool isRehearsal, bool isAttended)
    {
        _clone.Git(["remote", "add", "origin", _clone.Path]);
        return new RunSettings(new ConnectionSettings(null, null, (git, command) => throw new NotSupportedException(command), _ => { }), _clone.Path)
        {
            IsRehearsal = isRehearsal,
            IsAttended = isAttended,
            BeginPausing = () =>
                new Pausing(
                    (pause, _, _) =>
                    {
                        Pauses.Add(pause);
                        return Task.CompletedTask;
                    },
                    () => { }
                ),
            Progress = _ => new MemoryStream(),
            Stopped = () => HasStopped = true,
        };
    }
}
