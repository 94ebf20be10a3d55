#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A set of named values that is open to values of the user: the known ones are static fields of the class.</summary>
public abstract class Enumeration
{
    /// <summary>The text behind the value.</summary>
    protected internal string Value { get; set; }

    /// <summary>The text behind the value.</summary>
    public static implicit operator string(Enumeration value) => value?.Value;

    /// <summary>Equal type and text.</summary>
    public static bool operator ==(Enumeration a, Enumeration b) => Equals(a, b);

    /// <summary>Different type or text.</summary>
    public static bool operator !=(Enumeration a, Enumeration b) => !Equals(a, b);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is Enumeration other && obj.GetType() == GetType() && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>Equal text.</summary>
    protected bool Equals(Enumeration other) => string.Equals(Value, other?.Value, StringComparison.Ordinal);

    /// <summary>Names of the known values, in order of declaration.</summary>
    internal static IEnumerable<string> NamesOf(Type type) => Fields(type).Select(field => field.Name);

    /// <summary>The known value of that name; case does not matter.</summary>
    internal static Enumeration Parse(Type type, string name) =>
        Fields(type).FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetValue(null) as Enumeration
        ?? throw new FormatException($"'{name}' is none of {string.Join(", ", NamesOf(type))}");

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == type);

    /// <summary>Finds a value by its name; goes on the class as <c>[TypeConverter(typeof(TypeConverter&lt;T&gt;))]</c>.</summary>
    public class TypeConverter<T> : TypeConverter
        where T : Enumeration, new()
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <inheritdoc/>
        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
            value is string text ? Parse(typeof(T), text) : base.ConvertFrom(context, culture, value);
    }
}
