using System.Reflection;

namespace Hotfix.Components;

/// <summary>The one order in which our targets run where several are asked for at once. What a target needs, it says itself; this only orders.</summary>
internal static class TargetOrder
{
    /// <summary>First to last.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        TargetNames.CreateHotfixBranch,
        TargetNames.Test,
        TargetNames.OpenPR,
        TargetNames.AwaitMerge,
        TargetNames.Release,
        TargetNames.Hotfix,
        TargetNames.Deploy,
        TargetNames.AwaitDeploy,
        TargetNames.Verify,
        TargetNames.Rollback,
        TargetNames.Abandon,
        TargetNames.DescribeRelease,
        TargetNames.Status,
        TargetNames.PostMortem,
        TargetNames.ForwardPort,
        TargetNames.Doctor,
        TargetNames.ListOpen,
        TargetNames.Report,
        TargetNames.Drill,
        TargetNames.LocalGitHub,
        TargetNames.Benchmark,
        TargetNames.Init,
    ];

    /// <summary>A target comes after all that stand before it in the order, as far as the build has them.</summary>
    /// <param name="definition">The target.</param>
    /// <param name="build">The build that has it.</param>
    /// <param name="name">Its name.</param>
    public static ITargetDefinition InOrder(this ITargetDefinition definition, IEngineBuild build, string name) =>
        definition.After([.. Names.TakeWhile(one => one != name).SelectMany(one => Find(build, one))]);

    // Through the component, as a lambda x => x.Deploy does it: a build may have a target of that name for itself.
    private static IEnumerable<Target> Find(IEngineBuild build, string name) =>
        build
            .GetType()
            .GetInterfaces()
            .Where(component => component.Assembly == typeof(TargetOrder).Assembly)
            .Select(component => component.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property?.PropertyType == typeof(Target))
            .Select(property => (Target)property!.GetValue(build)!);
}
