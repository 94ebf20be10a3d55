#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Nuke.Common.Execution;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalized path: no trailing separator, no <c>.</c> or <c>..</c>. Nothing needs to exist there.</summary>
[TypeConverter(typeof(TypeConverter))]
[DebuggerDisplay("{ToString()}")]
public class AbsolutePath : IAbsolutePathHolder, IFormattable
{
    /// <summary>Format: as it is, never quoted.</summary>
    internal const string NoQuotes = "nq";

    /// <summary>Format: in double quotes.</summary>
    internal const string DoubleQuote = "dq";

    /// <summary>Format: in double quotes when it contains white space; the default.</summary>
    internal const string DoubleQuoteIfNeeded = "dqn";

    /// <summary>Format: in single quotes.</summary>
    internal const string SingleQuote = "sq";

    /// <summary>Format: in single quotes when it contains white space.</summary>
    internal const string SingleQuoteIfNeeded = "sqn";

    private readonly string _path;

    private AbsolutePath(string path)
    {
        _path = path;
    }

    /// <summary>The last name; empty at the root of the file system.</summary>
    public string Name => System.IO.Path.GetFileName(_path);

    /// <summary><see cref="Name"/> up to its last dot.</summary>
    public string NameWithoutExtension => System.IO.Path.GetFileNameWithoutExtension(_path);

    /// <summary>The last dot of <see cref="Name"/> and what follows; empty without one.</summary>
    public string Extension => System.IO.Path.GetExtension(_path);

    /// <summary>The folder it lies in; <c>null</c> at the root of the file system.</summary>
    public AbsolutePath Parent => System.IO.Path.GetDirectoryName(_path) is { } parent ? new AbsolutePath(parent) : null;

    AbsolutePath IAbsolutePathHolder.Path => this;

    /// <summary>The path as text.</summary>
    public static implicit operator string(AbsolutePath path) => path?._path;

    /// <summary>As <see cref="Create"/>; <c>null</c> stays <c>null</c>.</summary>
    public static implicit operator AbsolutePath(string path) => path is null ? null : Create(path);

    /// <summary>The path below.</summary>
    public static AbsolutePath operator /(AbsolutePath left, string right) => Create(System.IO.Path.Combine(left.NotNull()._path, right.NotNull()));

    /// <summary>Goes up with <c>..</c>, once for each folder: <c>path / ..</c>.</summary>
    public static AbsolutePath operator /(AbsolutePath left, Range range) =>
        range.Equals(Range.All) ? left.NotNull().Parent : throw new ArgumentException("Only '..' without ends goes up one folder.", nameof(range));

    /// <summary>Appends to the last name.</summary>
    public static AbsolutePath operator +(AbsolutePath left, string right) => Create(left.NotNull()._path + right);

    /// <summary>Equal paths; case counts on Linux alone.</summary>
    public static bool operator ==(AbsolutePath a, AbsolutePath b) => Equals(a, b);

    /// <summary>Different paths.</summary>
    public static bool operator !=(AbsolutePath a, AbsolutePath b) => !Equals(a, b);

    /// <summary>Normalizes a rooted path.</summary>
    /// <exception cref="ArgumentException">The path is not rooted.</exception>
    public static AbsolutePath Create(string path) =>
        System.IO.Path.IsPathRooted(path)
            ? new AbsolutePath(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)))
            : throw new ArgumentException($"Path '{path}' must be rooted");

    /// <inheritdoc/>
    public bool Equals(AbsolutePath other) => other is not null && string.Equals(_path, other._path, Comparison);

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as AbsolutePath);

    /// <inheritdoc/>
    public override int GetHashCode() => _path.GetHashCode(Comparison);

    /// <summary>The path, never quoted.</summary>
    public override string ToString() => _path;

    /// <summary>The path in one of the formats above.</summary>
    public string ToString(string format) =>
        format switch
        {
            NoQuotes => _path,
            DoubleQuote => $"\"{_path}\"",
            SingleQuote => $"'{_path}'",
            SingleQuoteIfNeeded => NeedsQuotes ? $"'{_path}'" : _path,
            null or "" or DoubleQuoteIfNeeded => NeedsQuotes ? $"\"{_path}\"" : _path,
            _ => throw new FormatException($"Unknown format '{format}' of a path"),
        };

    string IFormattable.ToString(string format, IFormatProvider formatProvider) => ToString(format);

    private static StringComparison Comparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private bool NeedsQuotes => _path.Any(char.IsWhiteSpace);

    /// <summary>Makes a path of a text; a relative one begins at the working directory.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <inheritdoc/>
        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
            value is string text ? Create(System.IO.Path.GetFullPath(text, BuildSession.Current.WorkingDirectory)) : base.ConvertFrom(context, culture, value);
    }
}
