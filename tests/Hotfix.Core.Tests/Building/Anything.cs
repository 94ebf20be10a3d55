using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Building;

/// <summary>Values of any type of Core's, complete or with one optional fact missing.</summary>
internal static class Anything
{
    private static readonly ThreadLocal<HashSet<Type>?> Making = new();
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Texts that are empty where there is nothing to say; all others always are there.</summary>
    private static readonly HashSet<string> MaybeEmpty =
    [
        "CheckResult.Url",
        "CheckResult.Summary",
        "CheckSuite.Url",
        "CheckSuite.Workflow",
        "CheckSuite.AppName",
        "DeploymentStatus.LogUrl",
        "DeploymentStatus.Description",
        "DeploymentStatus.EnvironmentUrl",
        "Deployment.Creator",
        "QueueRemoval.Reason",
        "WorkflowJob.Step",
        "WorkflowJob.Url",
        "ReviewConversation.Url",
        "WorkflowRun.Actor",
    ];

    /// <summary>A complete value.</summary>
    public static object Of(Type type) =>
        type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 3,
            _ when type == typeof(long) => 7L,
            _ when type == typeof(double) => 1.5,
            _ when type == typeof(char) => 'x',
            _ when type == typeof(DateTimeOffset) => Some.Day(1),
            _ when type == typeof(DateOnly) => DateOnly.FromDateTime(Some.Day(1).UtcDateTime),
            _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(5),
            _ when type == typeof(HotfixException) => new HotfixException("HF0000", "It failed.", "The disk is full.", "Make room."),
            _ when type.IsAssignableTo(typeof(Exception)) => Trouble(type),
            _ when type == typeof(Uri) => new Uri("https://shop.test/health"),
            _ when type == typeof(CommitSha) => Some.FixTip,
            _ when type == typeof(BranchName) => Some.HotfixName,
            _ when type == typeof(SemanticVersion) => SemanticVersion.TryParse("1.4.3")!,
            _ when type == typeof(ReleaseTag) => ReleaseTag.TryParse("v1.4.3")!,
            _ when type == typeof(Snapshot) => Some.Releasable with
            {
                HeadChecks = Some.Mergeable.HeadChecks,
                Reviews = Some.Mergeable.Reviews,
                BaseTip = Some.BaseTip,
            },
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
            _ when Nullable.GetUnderlyingType(type) is { } inner => Of(inner),
            _ when ElementOf(type) is { } element => List(type, element, [Of(element)]),
            _ when type.IsGenericType
                    && type.GetInterfaces().Append(type).Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) =>
                Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!,
            _ => Whole(type),
        };

    /// <summary>The value with one optional fact missing, for each that it has, by the fact's name; two levels deep.</summary>
    public static IEnumerable<(string Name, object Value)> Lacking(object value, int depth = 2)
    {
        foreach (PropertyInfo property in Facts(value.GetType()))
        {
            object? now = property.GetValue(value);
            if (now is null)
                continue;

            string name = $"{value.GetType().Name}.{property.Name}";
            if (Missing(property, name, out object? missing))
                yield return (name, With(value, property, missing));

            if (
                depth > 1
                && now is not string
                && !now.GetType().IsValueType
                && ElementOf(now.GetType()) is null
                && now.GetType().Assembly == typeof(CommitSha).Assembly
            )
            {
                foreach ((string inner, object changed) in Lacking(now, depth - 1))
                    yield return ($"{name} > {inner}", With(value, property, changed));
            }
        }
    }

    // What may be null, and texts that are empty where there is nothing to say. A list is empty only where its refusal is not made.
    private static bool Missing(PropertyInfo property, string name, out object? missing)
    {
        bool isText = property.PropertyType == typeof(string) && MaybeEmpty.Contains(name);
        missing = isText ? "" : null;
        return isText || Nullable.GetUnderlyingType(property.PropertyType) is not null || Nullability.Create(property).ReadState == NullabilityState.Nullable;
    }

    private static object Trouble(Type type) =>
        type.GetConstructor([typeof(string)]) is { } constructor ? constructor.Invoke(["The disk is full."]) : Made(type);

    // A value inside one of its own type is left out.
    private static object Whole(Type type)
    {
        if (type.IsAbstract)
            return Of(type.GetNestedTypes().Concat(type.Assembly.GetTypes()).First(one => !one.IsAbstract && one.IsAssignableTo(type)));

        Making.Value ??= [];
        if (!Making.Value.Add(type))
            return null!;

        try
        {
            return Made(type);
        }
        finally
        {
            Making.Value.Remove(type);
        }
    }

    private static object Made(Type type)
    {
        object made = RuntimeHelpers.GetUninitializedObject(type);
        ConstructorInfo[] constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        if (
            constructors.Where(one => one.GetParameters() is not [{ ParameterType: var only }] || only != type).MaxBy(one => one.GetParameters().Length) is
            { } constructor
        )
        {
            made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        }

        foreach (
            PropertyInfo property in Facts(type).Where(property => property.GetValue(made) is null or "" || property.GetValue(made) is ICollection { Count: 0 })
        )
        {
            property.SetValue(made, Of(property.PropertyType));
        }

        return made;
    }

    private static IEnumerable<PropertyInfo> Facts(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0);

    private static object With(object value, PropertyInfo property, object? changed)
    {
        object copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(value, null)!;
        property.SetValue(copy, changed);
        return copy;
    }

    private static Type? ElementOf(Type type) =>
        type == typeof(string) ? null
        : type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var only] && type.IsAssignableTo(typeof(IEnumerable)) ? only
        : null;

    private static object List(Type type, Type element, object?[] items)
    {
        object?[] there = [.. items.Where(item => item is not null)];
        var list = Array.CreateInstance(element, there.Length);
        there.CopyTo(list, 0);
        return type.IsAssignableFrom(list.GetType()) ? list : Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(element), list)!;
    }
}
