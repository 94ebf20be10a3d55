using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Makes the targets of a build instance and connects them.</summary>
internal static class TargetFactory
{
    /// <summary>All targets: those of the class in order of declaration, then those that only components declare.</summary>
    public static IReadOnlyList<ExecutableTarget> CreateAll(NukeBuild build, IEnumerable<LambdaExpression> defaults)
    {
        Delegate[] defaultTargets = [.. defaults.Select(lambda => Read(lambda, build))];
        ExecutableTarget[] targets = [.. TargetMembers.Of(build.GetType()).Select(property => Create(property, build))];
        foreach (ExecutableTarget target in targets)
        {
            target.IsDefault = defaultTargets.Contains(target.Factory);
            Connect(target, targets);
        }

        return targets;
    }

    private static Delegate Read(LambdaExpression lambda, NukeBuild build) =>
        ExpressionMember.Of(lambda) is PropertyInfo property
            ? (Delegate)property.GetValue(build)!
            : throw new BuildException($"A default target must be a property: '{lambda}'.");

    private static ExecutableTarget Create(PropertyInfo property, NukeBuild build)
    {
        var definition = new TargetDefinition(property, build, BaseMembers(property.Name, build.GetType()));
        var factory = (Target)property.GetValue(build)!;
        factory(definition);
        return new ExecutableTarget
        {
            Name = TargetMembers.NameOf(property),
            Member = property,
            Definition = definition,
            Factory = factory,
            Description = definition.Text,
            Listed = !definition.IsUnlisted,
            Actions = definition.Actions,
            StaticConditions = definition.StaticConditions,
            DynamicConditions = definition.DynamicConditions,
            DelegateRequirements = definition.Requirements,
            DependencyBehavior = definition.Behavior,
            AssuredAfterFailure = definition.IsAssured,
            ProceedAfterFailure = definition.IsProceeding,
        };
    }

    /// <summary>The declarations of the property along the base classes; the nearest base is popped first, its own is not among them.</summary>
    private static Stack<PropertyInfo> BaseMembers(string name, Type buildType)
    {
        const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var members = new List<PropertyInfo>();
        for (Type? type = buildType; type is not null && type != typeof(NukeBuild); type = type.BaseType)
        {
            if (type.GetProperty(name, declared) is { } property)
                members.Add(property);
        }

        return new Stack<PropertyInfo>(members.Skip(1).Reverse());
    }

    private static void Connect(ExecutableTarget target, ExecutableTarget[] all)
    {
        target.ExecutionDependencies.AddRange(Related(target, all, x => x.DependsOnTargets, x => x.DependentForTargets));
        target.OrderDependencies.AddRange(Related(target, all, x => x.AfterTargets, x => x.BeforeTargets));
        target.TriggerDependencies.AddRange(Related(target, all, x => x.TriggeredByTargets, x => x.TriggersTargets));
        target.Triggers.AddRange(Related(target, all, x => x.TriggersTargets, x => x.TriggeredByTargets));
        if (target.AllDependencies.Concat(target.Triggers).Contains(target))
            throw new BuildException($"Target '{target.Name}' cannot have a dependency on itself");
    }

    private static IEnumerable<ExecutableTarget> Related(
        ExecutableTarget target,
        ExecutableTarget[] all,
        Func<TargetDefinition, List<Target>> direct,
        Func<TargetDefinition, List<Target>> reverse
    )
    {
        foreach (Target named in direct(target.Definition))
        {
            yield return Array.Find(all, candidate => candidate.Factory.Equals(named))
                ?? throw new BuildException(
                    $"Target '{target.Name}' names a target that is no property of the build. A target must be a property whose lambda captures no local variable."
                );
        }

        foreach (ExecutableTarget other in all)
        {
            if (other != target && reverse(other.Definition).Any(named => named.Equals(target.Factory)))
                yield return other;
        }
    }
}
