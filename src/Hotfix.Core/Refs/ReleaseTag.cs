using Hotfix.Core.Versions;

namespace Hotfix.Core.Refs;

/// <summary>A tag that names a shipped version, <c>v1.4.2</c> or <c>1.4.2</c>.</summary>
/// <param name="Prefix"><c>v</c>, <c>V</c> or empty.</param>
/// <param name="Version">The version that the rest of the name says.</param>
public sealed record ReleaseTag(string Prefix, SemanticVersion Version)
{
    /// <summary>The short name, as <c>git tag</c> shows it.</summary>
    public string Name => Prefix + Version;

    /// <summary><c>refs/tags/</c> and the name.</summary>
    public string RefName => $"refs/tags/{Name}";

    /// <summary><c>null</c> when <paramref name="name"/> is not a release tag: some other tag is no error.</summary>
    public static ReleaseTag? TryParse(string name)
    {
        string prefix = name.Length > 0 && name[0] is 'v' or 'V' ? name[..1] : "";
        return SemanticVersion.TryParse(name[prefix.Length..]) is { } version ? new ReleaseTag(prefix, version) : null;
    }

    /// <summary>The short name.</summary>
    public override string ToString() => Name;
}
