using System.Reflection;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;

namespace Hotfix.Core.Tests.Building;

/// <summary>Every text of a refusal, read with everything there, and with each optional fact missing: no "why: See " with nothing behind it.</summary>
internal static partial class RefusalTexts
{
    /// <summary>What is wrong with the texts that an assembly's methods make, one line each.</summary>
    /// <param name="assembly">Whose methods that give a refusal or an error are called.</param>
    /// <param name="given">Facts that are there whenever the refusal is made, since it is about them.</param>
    public static IReadOnlyList<string> Faults(Assembly assembly, IReadOnlyList<(string Method, string Fact)> given) =>
        [
            .. (
                from method in Methods(assembly)
                from variant in Arguments(method)
                where !given.Contains(($"{method.DeclaringType!.Name}.{method.Name}", variant.Missing))
                from fault in Faults(method, variant.Arguments)
                select $"{method.DeclaringType!.Name}.{method.Name} without {variant.Missing}: {fault}"
            ).Distinct(),
        ];

    /// <summary>How many such methods there are.</summary>
    public static int Count(Assembly assembly) => Methods(assembly).Count();

    private static IEnumerable<MethodInfo> Methods(Assembly assembly) =>
        assembly
            .GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(Refusal) || method.ReturnType == typeof(HotfixException))
            .Where(method => !method.IsGenericMethodDefinition && !method.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<(string Missing, object?[] Arguments)> Arguments(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        if (Whole(parameters) is not { } whole)
            yield break;

        yield return ("nothing", whole);
        var nullability = new NullabilityInfoContext();
        for (int at = 0; at < parameters.Length; at++)
        {
            if (nullability.Create(parameters[at]).ReadState == NullabilityState.Nullable)
                yield return (parameters[at].Name!, [.. whole.Select((value, index) => index == at ? null : value)]);

            if (whole[at]!.GetType().Assembly.GetName().Name?.StartsWith("Hotfix.", StringComparison.Ordinal) != true)
                continue;

            foreach ((string name, object changed) in Anything.Lacking(whole[at]!))
                yield return (name, [.. whole.Select((value, index) => index == at ? changed : value)]);
        }
    }

    // A process that ran, or an answer of the system, cannot be made up.
    private static object?[]? Whole(ParameterInfo[] parameters)
    {
        try
        {
            return [.. parameters.Select(parameter => Anything.Of(parameter.ParameterType))];
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or MissingMethodException or TargetInvocationException)
        {
            return null;
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
        catch (TargetInvocationException e) when (e.InnerException is NullReferenceException or InvalidOperationException or ArgumentException or IOException)
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
