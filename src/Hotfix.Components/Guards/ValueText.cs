using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Hotfix.Components.Guards;

/// <summary>Whether texts can be a parameter's value: where NUKE warns and goes on without it, we refuse.</summary>
internal static class ValueText
{
    /// <summary>What the parameter takes, for a text that it does not take; <c>null</c> when the text is fine.</summary>
    public static string? ProblemOf(string text, Type type)
    {
        Type scalar = type.IsArray ? type.GetElementType()! : type;
        scalar = Nullable.GetUnderlyingType(scalar) ?? scalar;
        if (scalar == typeof(string) || scalar == typeof(object) || scalar == typeof(AbsolutePath) || text.Length == 0)
            return null;

        return scalar switch
        {
            _ when scalar == typeof(bool) => bool.TryParse(text, out _) ? null : "true or false",
            _ when scalar == typeof(int) => int.TryParse(text, CultureInfo.InvariantCulture, out _) ? null : "a whole number",
            _ when scalar.IsEnum => OneOf(text, Enum.GetNames(scalar)),
            _ when scalar.IsSubclassOf(typeof(Enumeration)) => OneOf(text, NamesOf(scalar)),
            _ => Converts(text, scalar) ? null : $"a {scalar.Name}",
        };
    }

    private static string? OneOf(string text, string[] names) =>
        names.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : $"one of {string.Join(", ", names)}";

    private static string[] NamesOf(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == type).Select(field => field.Name)];

    // A type of the build's own may have no converter at all: that is its author's business, not the caller's.
    private static bool Converts(string text, Type type)
    {
        TypeConverter converter = TypeDescriptor.GetConverter(type);
        return !converter.CanConvertFrom(typeof(string)) || converter.IsValid(null, text);
    }
}
