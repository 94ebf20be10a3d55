using System.ComponentModel;
using System.Globalization;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>Turns the texts of one parameter into its type. <paramref name="baseDirectory"/> is where relative paths begin.</summary>
internal sealed class ValueConversion(string baseDirectory)
{
    /// <summary>The value; <c>null</c> when the texts amount to none.</summary>
    /// <exception cref="BuildException">A text cannot be the type.</exception>
    public object? Convert(IReadOnlyList<string> texts, Type type)
    {
        if (type.IsArray)
            return ToArray(texts, type.GetElementType()!);
        if (texts.Count == 1)
            return Scalar(texts[0], type);

        return texts.Count == 0
            ? type == typeof(bool) || type == typeof(bool?)
                ? true
                : null
            : throw new BuildException($"Value [ {string.Join(", ", texts)} ] cannot be assigned to '{Display(type)}'");
    }

    private static string Display(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner
            ? Display(inner) + "?"
            : type switch
            {
                _ when type == typeof(string) => "string",
                _ when type == typeof(bool) => "bool",
                _ when type == typeof(int) => "int",
                _ when type == typeof(long) => "long",
                _ => type.Name,
            };

    private Array ToArray(IReadOnlyList<string> texts, Type elementType)
    {
        var array = Array.CreateInstance(elementType, texts.Count);
        for (int index = 0; index < texts.Count; index++)
            array.SetValue(Scalar(texts[index], elementType), index);
        return array;
    }

    private object? Scalar(string text, Type type)
    {
        Type scalar = Nullable.GetUnderlyingType(type) ?? type;
        if (scalar == typeof(string) || scalar == typeof(object))
            return text;

        try
        {
            return text.Length == 0 && scalar.IsValueType
                ? scalar == typeof(bool)
                    ? false
                    : null
                : Parse(text, scalar);
        }
        catch (Exception exception)
        {
            Type shown = type.IsValueType ? typeof(Nullable<>).MakeGenericType(scalar) : type;
            throw new BuildException($"Value '{text}' could not be converted to '{Display(shown)}'", exception);
        }
    }

    private object? Parse(string text, Type type) =>
        type switch
        {
            _ when type == typeof(bool) => bool.Parse(text),
            _ when type == typeof(int) => int.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(AbsolutePath) => AbsolutePath.Create(Path.GetFullPath(text, baseDirectory)),
            _ when type.IsEnum => Enum.Parse(type, text, ignoreCase: true),
            _ when type.IsSubclassOf(typeof(Enumeration)) => Enumeration.Parse(type, text),
            _ => TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text),
        };
}
