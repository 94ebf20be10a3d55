using System.Globalization;
using System.Text;

namespace Hotfix.Components.Output;

/// <summary>The answer to <c>--plan</c> on either engine: the targets in the order in which they would run, each with what puts it there.</summary>
internal static class PlanText
{
    public static string Of(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var text = new StringBuilder("Execution plan:\n\n");
        int position = 0;
        foreach (ExecutableTarget target in plan)
        {
            string edges = string.Join("; ", Edges(target, plan));
            text.Append(CultureInfo.InvariantCulture, $"  {(++position).ToString(CultureInfo.InvariantCulture).PadLeft(2)}. {target.Name}")
                .Append(edges.Length == 0 ? "" : $" ({edges})")
                .Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Edges(ExecutableTarget target, IReadOnlyCollection<ExecutableTarget> plan)
    {
        (string Kind, List<ExecutableTarget> Targets)[] kinds =
        [
            ("depends on", target.ExecutionDependencies),
            ("after", target.OrderDependencies),
            ("triggered by", target.TriggerDependencies),
        ];
        foreach ((string kind, List<ExecutableTarget> targets) in kinds)
        {
            string names = string.Join(", ", targets.Where(plan.Contains).Select(other => other.Name));
            if (names.Length > 0)
                yield return $"{kind} {names}";
        }
    }
}
