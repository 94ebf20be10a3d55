namespace Nuke.Common.Execution;

/// <summary>
/// Puts the targets in order. The plan is filled from its end: of the targets that nothing left depends on, the first declared is taken, and so runs last.
/// </summary>
internal static class ExecutionPlanner
{
    /// <param name="all">Every target, in order of declaration.</param>
    /// <param name="invokedNames">As the caller spelt them; <c>null</c> for the defaults.</param>
    /// <param name="strict">Any tie among <em>all</em> targets, planned or not, is an error.</param>
    /// <exception cref="BuildException">An unknown name, a circle, or a tie when that is not allowed.</exception>
    public static IReadOnlyList<ExecutableTarget> Plan(IReadOnlyList<ExecutableTarget> all, string[]? invokedNames, bool strict)
    {
        var wanted = new HashSet<ExecutableTarget>(invokedNames?.Select(name => Find(all, name)) ?? all.Where(target => target.IsDefault));
        foreach (ExecutableTarget target in wanted)
            target.Invoked = true;

        CircleFinder.ThrowIfAny(all);
        ExecutableTarget[] order = [.. FromLastToFirst(all, strict)];
        List<ExecutableTarget> plan;
        do
        {
            plan = Select(order, wanted);
        } while (AddTriggered(plan, wanted));

        plan.Reverse();
        foreach (ExecutableTarget target in plan)
            target.Status = ExecutionStatus.Scheduled;
        return plan;
    }

    private static ExecutableTarget Find(IReadOnlyList<ExecutableTarget> all, string name) =>
        all.FirstOrDefault(target => ParameterNames.Same(name, target.Name))
        ?? throw new BuildException(
            string.Join(
                Environment.NewLine,
                [
                    $"Target with name '{name.Replace("-", string.Empty, StringComparison.Ordinal)}' does not exist. Available targets are:",
                    .. all.Select(target => $"  - {target.Name}").Order(StringComparer.OrdinalIgnoreCase),
                ]
            )
        );

    private static IEnumerable<ExecutableTarget> FromLastToFirst(IReadOnlyList<ExecutableTarget> all, bool strict)
    {
        var left = new List<ExecutableTarget>(all);
        while (left.Count > 0)
        {
            ExecutableTarget[] free = [.. left.Where(target => !left.Any(other => other.AllDependencies.Contains(target)))];
            if (strict && free.Length > 1)
            {
                throw new BuildException(
                    string.Join(Environment.NewLine, ["Incomplete target definition order:", .. free.Select(target => $"  - {target.Name}")])
                );
            }

            left.Remove(free[0]);
            yield return free[0];
        }
    }

    /// <returns>Whether the plan triggers a target that was not wanted before.</returns>
    private static bool AddTriggered(List<ExecutableTarget> plan, HashSet<ExecutableTarget> wanted)
    {
        int before = wanted.Count;
        wanted.UnionWith(plan.SelectMany(target => target.Triggers));
        return wanted.Count > before;
    }

    private static List<ExecutableTarget> Select(ExecutableTarget[] lastToFirst, HashSet<ExecutableTarget> wanted)
    {
        var needed = new HashSet<ExecutableTarget>(wanted);
        var plan = new List<ExecutableTarget>();
        foreach (ExecutableTarget target in lastToFirst)
        {
            if (!needed.Contains(target))
                continue;

            plan.Add(target);
            needed.UnionWith(target.ExecutionDependencies);
        }

        return plan;
    }
}
