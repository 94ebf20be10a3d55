using System.Text;

namespace Nuke.Common.Execution;

/// <summary>The answer to <c>--plan</c>: the targets in the order in which they would run, each with what puts it there.</summary>
internal static class PlanText
{
    public static string Of(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var text = new StringBuilder().AppendLine("Execution plan:").AppendLine();
        int position = 0;
        foreach (ExecutableTarget target in plan)
        {
            string[] edges =
            [
                .. Edge("depends on", target.ExecutionDependencies, plan),
                .. Edge("after", target.OrderDependencies, plan),
                .. Edge("triggered by", target.TriggerDependencies, plan),
            ];
            text.Append("  ").Append((++position).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(2)).Append(". ").Append(target.Name);
            text.AppendLine(edges.Length == 0 ? string.Empty : $" ({string.Join("; ", edges)})");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Edge(string kind, List<ExecutableTarget> targets, IReadOnlyCollection<ExecutableTarget> plan)
    {
        string[] names = [.. targets.Where(plan.Contains).Select(target => target.Name)];
        return names.Length == 0 ? [] : [$"{kind} {string.Join(", ", names)}"];
    }
}
