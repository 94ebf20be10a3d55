using Hotfix.Core.Errors;

namespace Hotfix.Components.Guards;

/// <summary>What <c>--skip</c> must not do: name nothing, or leave an umbrella that ends green with nothing under it.</summary>
internal static class SkipGuard
{
    private static readonly string[] Stages = [TargetNames.CreateHotfixBranch, TargetNames.OpenPR, TargetNames.AwaitMerge, TargetNames.Release];

    /// <summary>Names that are no target's.</summary>
    public static IEnumerable<Refusal> CheckSkipped(IEnumerable<string> skipped, IReadOnlyCollection<string> targets)
    {
        foreach (string name in skipped.Where(name => !targets.Any(target => Spelling.Same(name, target))))
        {
            string? nearest = Spelling.Nearest(name, targets);
            yield return new Refusal(
                "HF1065",
                $"--skip names '{name}', which is no target; nothing was changed.",
                nearest is null ? $"The targets are {string.Join(", ", targets.Order(StringComparer.Ordinal))}." : $"The nearest name is {nearest}.",
                nearest is null ? "Leave --skip out: what is done already is found and skipped." : $"--skip {nearest}, if that was meant."
            );
        }
    }

    /// <summary>Whether a target belongs to the hotfix path, however the build class came by it.</summary>
    public static bool IsOurs(ExecutableTarget target) => target.Member?.DeclaringType?.Assembly == typeof(SkipGuard).Assembly || Stages.Contains(target.Name);

    /// <summary>
    /// An invoked umbrella over the hotfix path that lacks one of its own parts. What was observed done is skipped by a condition, never by this.
    /// </summary>
    /// <param name="plan">The targets of this run.</param>
    /// <param name="skipped">Empty: everything that was not invoked.</param>
    public static IEnumerable<Refusal> CheckUmbrellas(IEnumerable<ExecutableTarget> plan, IReadOnlyCollection<string> skipped)
    {
        foreach (ExecutableTarget umbrella in plan.Where(target => target.Invoked && target.Actions.Count == 0 && LeadsToOurs(target)))
        {
            if (FindLeftOut(umbrella, skipped) is { } leftOut)
            {
                yield return new Refusal(
                    "HF1066",
                    $"'{umbrella.Name}' would end green without '{leftOut.Name}'; nothing was changed.",
                    $"It is an umbrella with nothing of its own to run, and --skip {(skipped.Count == 0 ? "without names skips every target under it" : $"takes '{leftOut.Name}' out, with what only that needs")}.",
                    "Leave --skip out: what is done already is found and skipped. Or name the target that is wanted instead of the umbrella."
                );
            }
        }
    }

    private static bool LeadsToOurs(ExecutableTarget umbrella) => umbrella.ExecutionDependencies.Any(part => Stages.Contains(part.Name) || LeadsToOurs(part));

    private static ExecutableTarget? FindLeftOut(ExecutableTarget umbrella, IReadOnlyCollection<string> skipped)
    {
        foreach (ExecutableTarget part in umbrella.ExecutionDependencies.Where(part => !part.Invoked))
        {
            if (skipped.Count == 0 || skipped.Any(name => Spelling.Same(name, part.Name)))
                return part;

            if (part.Actions.Count == 0 && FindLeftOut(part, skipped) is { } below)
                return below;
        }

        return null;
    }
}
