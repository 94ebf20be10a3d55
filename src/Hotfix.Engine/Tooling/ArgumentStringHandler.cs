#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>Builds the arguments of a process from an interpolated text: values with white space get double quotes, <c>{secret:r}</c> is never shown.</summary>
[InterpolatedStringHandler]
#pragma warning disable CA1815 // Override equals and operator equals on value types: NUKE's has none, and comparing handlers has no meaning.
public struct ArgumentStringHandler
{
    private readonly StringBuilder _text;
    private readonly List<string> _secrets;

    /// <summary>Called by the compiler.</summary>
    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 16));
        _secrets = [];
        handlerIsValid = true;
    }

    /// <summary>A plain text is taken as it is.</summary>
    public static implicit operator ArgumentStringHandler(string value)
    {
        var handler = new ArgumentStringHandler(value?.Length ?? 0, 0, out _);
        handler.AppendLiteral(value);
        return handler;
    }

    /// <summary>Called by the compiler for the text between the holes.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Called by the compiler for a hole. Formats: <c>r</c> for a secret, else those of <see cref="AbsolutePath"/>.</summary>
    public void AppendFormatted(object obj, int alignment = 0, string format = null)
    {
        string value = obj is IAbsolutePathHolder holder
            ? holder.Path.ToString()
            : Convert.ToString(obj, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
        if (format == "r")
        {
            _secrets.Add(value);
            _text.Append(value);
            return;
        }

        bool isQuotedAlready = _text.Length > 0 && _text[^1] is '"' or '\'';
        bool hasSpace = value.Any(char.IsWhiteSpace);
        _text.Append(
            format switch
            {
                AbsolutePath.NoQuotes => value,
                AbsolutePath.DoubleQuote => $"\"{value}\"",
                AbsolutePath.SingleQuote => $"'{value}'",
                AbsolutePath.SingleQuoteIfNeeded => hasSpace ? $"'{value}'" : value,
                _ => hasSpace && !isQuotedAlready && !IsQuoted(value) ? $"\"{value}\"" : value,
            }
        );
    }

    /// <summary>Called by the compiler for a hole with several paths; they are separated by spaces.</summary>
    public void AppendFormatted(IEnumerable<IAbsolutePathHolder> paths, int alignment = 0, string format = null)
    {
        bool isFirst = true;
        foreach (IAbsolutePathHolder path in paths)
        {
            if (!isFirst)
                _text.Append(' ');
            AppendFormatted((object)path, alignment, format);
            isFirst = false;
        }
    }

    /// <summary>The arguments; nothing is left behind.</summary>
    public string ToStringAndClear()
    {
        string text = _text?.ToString() ?? string.Empty;
        _text?.Clear();
        return text;
    }

    /// <summary>Replaces the secrets in a text.</summary>
    public Func<string, string> GetFilter()
    {
        string[] secrets = [.. (_secrets ?? []).Where(secret => secret.Length > 0)];
        return text => secrets.Aggregate(text, (current, secret) => current.Replace(secret, SecretMask.Replacement, StringComparison.Ordinal));
    }

    private static bool IsQuoted(string value) => value.Length > 1 && value[0] == value[^1] && value[0] is '"' or '\'';
}
