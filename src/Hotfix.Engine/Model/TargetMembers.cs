using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Finds the properties that declare targets: of the class and its bases, then of the components.</summary>
internal static class TargetMembers
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static string NameOf(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    public static IEnumerable<PropertyInfo> Of(Type buildType)
    {
        PropertyInfo[] ofClass = [.. TargetsOf(buildType).Where(property => !property.Name.Contains('.', StringComparison.Ordinal))];
        PropertyInfo[] ofInterfaces =
        [
            .. buildType
                .GetInterfaces()
                .SelectMany(TargetsOf)
                .Where(property => !property.Name.Contains('.', StringComparison.Ordinal))
                .GroupBy(property => property.Name)
                .Where(sameName => !IsPublic(Array.Find(ofClass, property => property.Name == sameName.Key)))
                .Select(sameName => Single(buildType, ofClass, [.. sameName])),
        ];
        return ofClass.Concat(ofInterfaces);
    }

    private static IEnumerable<PropertyInfo> TargetsOf(Type type) => type.GetProperties(Instance).Where(property => property.PropertyType == typeof(Target));

    private static bool IsPublic(PropertyInfo? property) => property?.GetMethod?.IsPublic == true;

    private static PropertyInfo Single(Type buildType, PropertyInfo[] ofClass, PropertyInfo[] sameName)
    {
        string name = sameName[0].Name;
        if (ofClass.Any(property => property.Name == name))
        {
            throw new BuildException(
                $"Member '{buildType.Name}.{name}' must be marked public, because it is declared by '{sameName[0].DeclaringType!.Name}' too."
            );
        }

        // One component may redeclare what another one that it extends declares; then it alone counts.
        return Array.Find(sameName, candidate => sameName.All(other => other.DeclaringType!.IsAssignableFrom(candidate.DeclaringType)))
            ?? throw new BuildException(
                $"Member '{buildType.Name}.{name}' must be implemented explicitly because it is inherited from multiple interfaces: "
                    + string.Join(", ", sameName.Select(property => property.DeclaringType!.Name))
            );
    }
}
