using System.Text;

namespace Hotfix.Components.Guards;

/// <summary>The secrets of this process, and their absence from any text.</summary>
public static class SecretMask
{
    private const int Shortest = 4;
    private const string Replacement = "[REDACTED]";
    private static volatile string[] _secrets = [];

    /// <summary>Whether there is anything to hide.</summary>
    internal static bool IsEmpty => _secrets.Length == 0;

    /// <summary>From now on the value appears in no output and no log, nor does it as git sends it. Shorter than four characters it would garble every text, and is left.</summary>
    public static void Add(string? secret)
    {
        if (secret?.Trim() is not { Length: >= Shortest } value || _secrets.Contains(value))
        {
            return;
        }

        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{value}"));
        _secrets = [.. _secrets.Append(value).Append(basic).OrderByDescending(text => text.Length)];
    }

    /// <summary>The text without any of them.</summary>
    internal static string Mask(string text)
    {
        foreach (string secret in _secrets)
        {
            text = text.Replace(secret, Replacement, StringComparison.Ordinal);
        }

        return text;
    }
}
