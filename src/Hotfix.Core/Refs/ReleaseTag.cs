using Hotfix.Core.Versions;

namespace Hotfix.Core.Refs;

/// <summary>A tag that names a shipped version: <c>v1.4.2</c>, <c>1.4.2</c>, <c>api/v1.4.2</c>, <c>shop@1.4.2</c>.</summary>
/// <param name="Prefix">What stands before the version, as the team has it; may be empty.</param>
/// <param name="Version">The version that the rest of the name says.</param>
public sealed record ReleaseTag(string Prefix, SemanticVersion Version)
{
    /// <summary>Build metadata, <c>+7</c>, which makes no other version; empty without.</summary>
    public string Build { get; init; } = "";

    /// <summary>The short name, as <c>git tag</c> shows it.</summary>
    public string Name => Prefix + Version + Build;

    /// <summary><c>refs/tags/</c> and the name.</summary>
    public string RefName => $"refs/tags/{Name}";

    /// <summary>Splits a name at the first place from which on it is a version; <c>null</c> when there is none: some other tag is no error.</summary>
    /// <remarks>Whether the tag is a release of this repository is for its conventions to say: only tags that fit those are read from a remote.</remarks>
    public static ReleaseTag? TryParse(string name)
    {
        int plus = name.IndexOf('+', StringComparison.Ordinal);
        (string front, string build) = plus < 0 ? (name, "") : (name[..plus], name[plus..]);
        for (int at = 0; at < front.Length; at++)
        {
            // 7.1.12.5 has no version 1.12.5 in it.
            bool isStart = char.IsAsciiDigit(front[at]) && (at == 0 || (!char.IsAsciiDigit(front[at - 1]) && front[at - 1] != '.'));
            if (isStart && SemanticVersion.TryParse(front[at..]) is { } version)
            {
                return build.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.') && build.Length != 1
                    ? new ReleaseTag(front[..at], version) { Build = build }
                    : null;
            }
        }

        return null;
    }

    /// <summary>The short name.</summary>
    public override string ToString() => Name;
}
