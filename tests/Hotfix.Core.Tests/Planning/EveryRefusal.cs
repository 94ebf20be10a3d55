using System.Reflection;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

/// <summary>No "why: See " with nothing behind it: every text of a refusal is read with everything there, and with each optional fact missing.</summary>
public sealed partial class EveryRefusal
{
    // Facts that are there whenever the refusal is made: it is about them.
    private static readonly (string Method, string Fact)[] Given =
    [
        ("BranchRefusals.Diverged", "HotfixBranch.LocalTip"),
        ("BranchRefusals.Diverged", "HotfixBranch.RemoteTip"),
        ("FinishedHotfix.LongAgo", "PullRequest.MergedAt"),
    ];

    [Fact]
    public void SaysWhyAndWhatNextWhateverIsMissing()
    {
        string[] wrong =
        [
            .. from method in Methods()
               from variant in Arguments(method)
               where !Given.Contains(($"{method.DeclaringType!.Name}.{method.Name}", variant.Missing))
               from fault in Faults(method, variant.Arguments)
               select $"{method.DeclaringType!.Name}.{method.Name} without {variant.Missing}: {fault}",
        ];

        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Distinct()));
    }

    private static IEnumerable<MethodInfo> Methods() => typeof(Refusal).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(Refusal) || method.ReturnType == typeof(HotfixException))
        .Where(method => !method.IsGenericMethodDefinition && !method.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<(string Missing, object?[] Arguments)> Arguments(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        object?[] whole = [.. parameters.Select(parameter => Anything.Of(parameter.ParameterType))];
        yield return ("nothing", whole);
        var nullability = new NullabilityInfoContext();
        for (int at = 0; at < parameters.Length; at++)
        {
            if (nullability.Create(parameters[at]).ReadState == NullabilityState.Nullable)
                yield return (parameters[at].Name!, [.. whole.Select((value, index) => index == at ? null : value)]);

            if (whole[at]!.GetType().Assembly != typeof(Refusal).Assembly)
                continue;

            foreach ((string name, object changed) in Anything.Lacking(whole[at]!))
                yield return (name, [.. whole.Select((value, index) => index == at ? changed : value)]);
        }
    }

    private static IEnumerable<string> Faults(MethodInfo method, object?[] arguments)
    {
        Refusal? refusal;
        try
        {
            object? made = method.Invoke(null, arguments);
            refusal = made as Refusal ?? (made as HotfixException)?.Refusal;
        }
        catch (TargetInvocationException e) when (e.InnerException is NullReferenceException or InvalidOperationException or ArgumentException)
        {
            // It is only made where that fact is known.
            yield break;
        }

        if (refusal is null)
            yield break;

        foreach ((string part, string text) in new[] { ("why", refusal.Why), ("next", refusal.Next) })
        {
            if (string.IsNullOrWhiteSpace(text) || Dangling().IsMatch(Indented().Replace(text, " ")))
                yield return $"{refusal.Code} {part}: {text}";
        }
    }

    // A text that points at nothing: "See ", "by , at", "(): ", two spaces in a row, a colon at the end.
    [GeneratedRegex(@"^\s|\s$|(?:\b[Ss]ee|\bby|[:,;(])\s*\.?$|  | (?:[,;]|\.(?=\s|$))|\(\)|:\s*(?:;|\.(?=\s|$))|''|""""|\b(?:by|at|of|is|are) [,;:]")]
    private static partial Regex Dangling();

    [GeneratedRegex(@"\n\s*")]
    private static partial Regex Indented();
}
