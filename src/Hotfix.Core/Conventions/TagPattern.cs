using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Conventions;

/// <summary>How a team names the tags of its releases: something, and the version: <c>v{version}</c>, <c>api/v{version}</c>, <c>shop@{version}</c>.</summary>
/// <param name="Prefix">What stands before the version; may be empty.</param>
public sealed record TagPattern(string Prefix)
{
    private const string Place = "{version}";

    /// <summary>What a repository without any release starts with.</summary>
    public static TagPattern Default { get; } = new("v");

    /// <summary>Whether it is the bare version, or that with a <c>v</c>, which teams mix and GitVersion reads as one.</summary>
    public bool IsPlain => Prefix is "" or "v" or "V";

    /// <summary>As a filter of tags, for a workflow: <c>v*</c>.</summary>
    public string Glob => Prefix + "*";

    /// <exception cref="HotfixException">HF1081 when the text is no such pattern.</exception>
    public static TagPattern Parse(string text)
    {
        string trimmed = text.Trim();
        string prefix = trimmed.EndsWith(Place, StringComparison.Ordinal) ? trimmed[..^Place.Length] : "";
        bool isPattern =
            trimmed.EndsWith(Place, StringComparison.Ordinal)
            && ReleaseTag.TryParse(prefix + "1.2.3") is { } tag
            && tag.Prefix == prefix
            && BranchName.TryParse(tag.Name, out _);
        return isPattern
            ? new TagPattern(prefix)
            : throw new HotfixException(
                "HF1081",
                what: $"--tag-pattern is '{text}'; nothing was changed.",
                why: $"It is what a release tag begins with, and ends with {Place}; what git does not take in a tag's name, and a digit or a dot right before the version, cannot be in it.",
                next: "For example: --tag-pattern \"v{version}\", \"release-{version}\" or \"api/v{version}\""
            );
    }

    /// <summary><c>api/v{version}</c>.</summary>
    public override string ToString() => Prefix + Place;
}
