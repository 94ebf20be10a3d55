#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>One target of one run: what its definition says, and where it stands.</summary>
[DebuggerDisplay("{Name}: {Status}")]
public class ExecutableTarget
{
    internal ExecutableTarget() { }

    /// <summary>Name of the property.</summary>
    public string Name { get; set; }

    /// <summary>The property that declares it, on the build class or on a component.</summary>
    public MemberInfo Member { get; set; }

    /// <summary>Text for <c>--help</c>; <c>null</c> when none was given.</summary>
    public string Description { get; set; }

    /// <summary>The property's value; equal for the same target however it was reached.</summary>
    public Delegate Factory { get; set; }

    /// <summary>Runs when no target is named.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Named by the caller, or a default that the caller got by naming none.</summary>
    public bool Invoked { get; set; }

    /// <summary>Shown by <c>--help</c>.</summary>
    public bool Listed { get; set; }

    /// <summary>Where it stands now.</summary>
    public ExecutionStatus Status { get; set; }

    /// <summary>Evaluated once each, before anything runs.</summary>
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; internal set; } = [];

    /// <summary>Evaluated right before the target would run.</summary>
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; internal set; } = [];

    /// <summary>Checked before anything runs, unless the target is skipped by then.</summary>
    public List<LambdaExpression> DelegateRequirements { get; internal set; } = [];

    /// <summary>The bodies, in order; none makes the target collective.</summary>
    public List<Action> Actions { get; internal set; } = [];

    /// <summary>What must have run before, and is planned with it.</summary>
    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    /// <summary>What runs before if it is planned.</summary>
    public List<ExecutableTarget> OrderDependencies { get; } = [];

    /// <summary>What triggers it, and so runs before it.</summary>
    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    /// <summary>What it puts into the plan after itself.</summary>
    public List<ExecutableTarget> Triggers { get; } = [];

    /// <summary>Everything that runs before it when planned.</summary>
    public IReadOnlyCollection<ExecutableTarget> AllDependencies => [.. ExecutionDependencies, .. OrderDependencies, .. TriggerDependencies];

    /// <summary>What happens to its dependencies when it is skipped.</summary>
    public DependencyBehavior DependencyBehavior { get; internal set; }

    /// <summary>Its failure does not stop the targets after it.</summary>
    public bool ProceedAfterFailure { get; internal set; }

    /// <summary>Runs even after a failure or an interruption.</summary>
    public bool AssuredAfterFailure { get; internal set; }

    /// <summary>What the summary table shows behind the target: what it reported, or why it was skipped.</summary>
    public Dictionary<string, string> SummaryInformation { get; internal set; } = [];

    /// <summary>The conditions that did not hold, joined by <c>&amp;&amp;</c>; <c>null</c> when all did.</summary>
    public string OnlyWhen
    {
        get => SummaryInformation.GetValueOrDefault(nameof(OnlyWhen));
        set => Note(nameof(OnlyWhen), value);
    }

    /// <summary>Why it was skipped other than by a condition of its own; <c>null</c> when it was not.</summary>
    public string Skipped
    {
        get => SummaryInformation.GetValueOrDefault(nameof(Skipped));
        set => Note(nameof(Skipped), value);
    }

    /// <summary>How long it ran; zero before it started.</summary>
    public TimeSpan Duration => Stopwatch.Elapsed;

    internal Stopwatch Stopwatch { get; } = new();

    internal TargetDefinition Definition { get; set; }

    // As in NUKE, where a reason that is there already is never another one.
    private void Note(string name, string reason)
    {
        if (reason is not null)
            SummaryInformation.Add(name, reason);
    }
}
