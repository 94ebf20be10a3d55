namespace Nuke.Common.Execution;

/// <summary>Finds targets that come before each other.</summary>
internal static class CircleFinder
{
    /// <exception cref="BuildException">There is a circle, also among targets that are not planned.</exception>
    public static void ThrowIfAny(IReadOnlyList<ExecutableTarget> all)
    {
        var before = all.ToDictionary(target => target, Before);
        var reported = new HashSet<ExecutableTarget>();
        var circles = new List<string>();
        foreach (ExecutableTarget target in all)
        {
            if (reported.Contains(target) || !before[target].Contains(target))
                continue;

            ExecutableTarget[] circle = [.. all.Where(other => before[target].Contains(other) && before[other].Contains(target))];
            reported.UnionWith(circle);
            circles.Add($" - {string.Join(", ", circle.Reverse().Select(member => member.Name))}");
        }

        if (circles.Count > 0)
            throw new BuildException(string.Join(Environment.NewLine, ["Circular dependencies between targets:", .. circles]));
    }

    private static HashSet<ExecutableTarget> Before(ExecutableTarget target)
    {
        var found = new HashSet<ExecutableTarget>();
        var open = new Stack<ExecutableTarget>(target.AllDependencies);
        while (open.TryPop(out ExecutableTarget? next))
        {
            if (!found.Add(next))
                continue;

            foreach (ExecutableTarget dependency in next.AllDependencies)
                open.Push(dependency);
        }

        return found;
    }
}
