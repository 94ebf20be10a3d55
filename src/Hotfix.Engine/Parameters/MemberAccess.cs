using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>Fields and properties alike.</summary>
internal static class MemberAccess
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The declared type.</summary>
    public static Type TypeOf(MemberInfo member) => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    public static object? Get(MemberInfo member, object instance) =>
        member is PropertyInfo property ? property.GetValue(instance) : ((FieldInfo)member).GetValue(instance);

    /// <summary>Sets it, if need be through the field behind a property without setter; the accessors may be private.</summary>
    /// <returns><c>false</c> when the property is computed.</returns>
    public static bool TrySet(MemberInfo member, object instance, object? value)
    {
        FieldInfo? field = member as FieldInfo;
        if (member is PropertyInfo property)
        {
            if (property.SetMethod is not null)
            {
                property.SetValue(instance, value);
                return true;
            }

            field = property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", All);
        }

        field?.SetValue(instance, value);
        return field is not null;
    }

    /// <summary>Fields and properties of a class with its bases, private ones of bases included.</summary>
    public static IEnumerable<MemberInfo> OfClass(Type type)
    {
        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (MemberInfo member in level.GetMembers(All | BindingFlags.DeclaredOnly))
            {
                if (member is PropertyInfo or FieldInfo)
                    yield return member;
            }
        }
    }
}
