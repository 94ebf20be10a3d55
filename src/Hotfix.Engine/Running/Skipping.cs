namespace Nuke.Common.Execution;

/// <summary>
/// Marks targets as skipped, and with them the dependencies that nothing else needs. A target that the caller named is never skipped this way.
/// </summary>
internal static class Skipping
{
    /// <remarks>An empty list of names means every target that the caller did not name. Names of no target are ignored.</remarks>
    public static void ByParameter(IReadOnlyCollection<ExecutableTarget> plan, string[] names)
    {
        foreach (ExecutableTarget target in plan)
        {
            if (names.Length == 0 || names.Any(name => ParameterNames.Same(name, target.Name)))
                Mark(plan, target, "via parameter");
        }
    }

    public static void Mark(IReadOnlyCollection<ExecutableTarget> plan, ExecutableTarget target, string? reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;

        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped ??= reason;
        }

        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        ExecutableTarget[] unneeded = [.. target.ExecutionDependencies.Concat(target.Triggers).Where(dependency => !IsNeeded(plan, dependency, target))];
        foreach (ExecutableTarget dependency in unneeded)
            Mark(plan, dependency, $"because of {target.Name}");
    }

    private static bool IsNeeded(IReadOnlyCollection<ExecutableTarget> plan, ExecutableTarget target, ExecutableTarget besides) =>
        plan.Any(other =>
            other != besides && other.Status == ExecutionStatus.Scheduled && (other.ExecutionDependencies.Contains(target) || other.Triggers.Contains(target))
        );
}
