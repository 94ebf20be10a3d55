using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Collects what a target's lambda says; <see cref="TargetFactory"/> turns it into an <see cref="ExecutableTarget"/>.</summary>
internal sealed class TargetDefinition(PropertyInfo property, INukeBuild build, Stack<PropertyInfo> baseMembers) : ITargetDefinition
{
    public string? Text { get; private set; }

    public List<Action> Actions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];

    public List<LambdaExpression> Requirements { get; } = [];

    public List<Target> DependsOnTargets { get; } = [];

    public List<Target> DependentForTargets { get; } = [];

    public List<Target> BeforeTargets { get; } = [];

    public List<Target> AfterTargets { get; } = [];

    public List<Target> TriggersTargets { get; } = [];

    public List<Target> TriggeredByTargets { get; } = [];

    public DependencyBehavior Behavior { get; private set; }

    public bool IsAssured { get; private set; }

    public bool IsProceeding { get; private set; }

    public bool IsUnlisted { get; private set; }

    public ITargetDefinition Description(string description)
    {
        Text = description;
        return this;
    }

    public ITargetDefinition Executes(params Action[] actions) => Add(Actions, actions);

    public ITargetDefinition Executes<T>(Func<T> action) => Add(Actions, [() => action()]);

    public ITargetDefinition Executes(Func<Task> action) => Add(Actions, [() => action().GetAwaiter().GetResult()]);

    public ITargetDefinition DependsOn(params Target[] targets) => Add(DependsOnTargets, targets);

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => DependsOn(Resolve(targets));

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => build is T ? DependsOn(targets) : this;

    public ITargetDefinition DependentFor(params Target[] targets) => Add(DependentForTargets, targets);

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => DependentFor(Resolve(targets));

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) => build is T ? DependentFor(targets) : this;

    public ITargetDefinition Before(params Target[] targets) => Add(BeforeTargets, targets);

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Before(Resolve(targets));

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => build is T ? Before(targets) : this;

    public ITargetDefinition After(params Target[] targets) => Add(AfterTargets, targets);

    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => After(Resolve(targets));

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => build is T ? After(targets) : this;

    public ITargetDefinition Triggers(params Target[] targets) => Add(TriggersTargets, targets);

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Triggers(Resolve(targets));

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => build is T ? Triggers(targets) : this;

    public ITargetDefinition TriggeredBy(params Target[] targets) => Add(TriggeredByTargets, targets);

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => TriggeredBy(Resolve(targets));

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) => build is T ? TriggeredBy(targets) : this;

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string? conditionExpression = null) =>
        Add(StaticConditions, [(ConditionText.Of(conditionExpression), condition)]);

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string? conditionExpression = null) =>
        Add(DynamicConditions, [(ConditionText.Of(conditionExpression), condition)]);

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class => Add(Requirements, [parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct => Add(Requirements, [parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements) =>
        Add(Requirements, [requirement, .. requirements]);

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior)
    {
        Behavior = dependencyBehavior;
        return this;
    }

    public ITargetDefinition AssuredAfterFailure()
    {
        IsAssured = true;
        return this;
    }

    public ITargetDefinition ProceedAfterFailure()
    {
        IsProceeding = true;
        return this;
    }

    public ITargetDefinition Unlisted()
    {
        IsUnlisted = true;
        return this;
    }

    public ITargetDefinition Base() =>
        baseMembers.TryPop(out PropertyInfo? member)
            ? Inherit(NonVirtual.Get<Target>(member, build))
            : throw new BuildException(
                $"Target '{property.DeclaringType}.{property.Name}' does not have any base members. "
                    + $"To inherit from an interface default implementation, use {nameof(Inherit)}<T> instead."
            );

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (Target target in targets)
            target(this);
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        IEnumerable<MemberInfo> members =
            targets.Length > 0 ? targets.Select(target => ExpressionMember.Of(target)) : [SingleTarget<T>("shorthand inheritance")];
        return Inherit([.. members.Select(member => NonVirtual.Get<Target>((PropertyInfo)member, build))]);
    }

    private TargetDefinition Add<T>(List<T> list, IEnumerable<T> items)
    {
        list.AddRange(items);
        return this;
    }

    private Target[] Resolve<T>(Func<T, Target>[] targets) =>
        build is not T component
            ? throw new BuildException(
                $"Target '{property.DeclaringType}.{property.Name}' names component '{typeof(T).Name}', which '{build.GetType().Name}' does not implement."
            )
        : targets.Length > 0 ? [.. targets.Select(target => target(component))]
        : [(Target)SingleTarget<T>("shorthand dependency").GetValue(build)!];

    private PropertyInfo SingleTarget<T>(string kind)
    {
        PropertyInfo[] candidates = [.. typeof(T).GetProperties().Where(candidate => candidate.PropertyType == typeof(Target))];
        if (candidates.Length == 1)
            return candidates[0];

        string found = candidates.Length == 0 ? "No relevant targets." : "Too many relevant targets:";
        throw new BuildException(
            string.Join(
                Environment.NewLine,
                [
                    $"Target '{property.DeclaringType}.{property.Name}' cannot have {kind} on component '{typeof(T).Name}'. {found}",
                    .. candidates.Select(candidate => $"  - {candidate.Name}"),
                ]
            )
        );
    }
}
