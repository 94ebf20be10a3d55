using System.Reflection;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Tests;

/// <summary>What lies below the components shows what a build that has them can meet, and nothing else.</summary>
public sealed class PublicTypes
{
    private static readonly Assembly Components = typeof(IHazHotfix).Assembly;

    // What the team's own steps throw.
    private static readonly Type[] Thrown = [typeof(HotfixException), typeof(Refusal)];

    [Fact]
    public void AreThoseThatTheComponentsSpeakOf()
    {
        Assembly[] below =
        [
            .. Components
                .GetReferencedAssemblies()
                .Where(name => name.Name is "Hotfix.Core" or "Hotfix.Git" or "Hotfix.GitHub" or "Hotfix.Pipeline" or "Hotfix.Reports")
                .Select(Assembly.Load),
        ];
        var spoken = new HashSet<Type>();
        var open = new Queue<Type>(Components.GetExportedTypes().Concat(Thrown));
        while (open.TryDequeue(out Type? type))
        {
            foreach (Type met in Mentioned(type).SelectMany(Parts).Where(met => below.Contains(met.Assembly)).Where(spoken.Add))
                open.Enqueue(met);
        }

        spoken.UnionWith(Thrown);
        Assert.Equal(spoken.Select(Name).Order(), below.SelectMany(assembly => assembly.GetExportedTypes()).Select(Name).Order());
    }

    private static string Name(Type type) => type.FullName!;

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type?> types =
        [
            type.BaseType,
            type.DeclaringType,
            .. type.GetInterfaces(),
            .. type.GetNestedTypes(),
            .. type.GetMethods(Declared)
                .Where(method => method.IsPublic || method.IsFamily)
                .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
            .. type.GetConstructors(Declared)
                .Where(constructor => constructor.IsPublic || constructor.IsFamily)
                .SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType),
        ];
        return types.OfType<Type>();
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
