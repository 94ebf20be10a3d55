using Hotfix.Core.Errors;

namespace Hotfix.Core.Refs;

/// <summary>The short name of a branch, <c>main</c> or <c>hotfix/null-ref</c>, known to be one that git accepts.</summary>
/// <remarks>Source: git-check-ref-format(1), with <c>--branch</c>.</remarks>
public sealed record BranchName
{
    private BranchName(string value)
    {
        Value = value;
    }

    /// <summary>Without <c>refs/heads/</c>.</summary>
    public string Value { get; }

    /// <summary><c>refs/heads/</c> and the name.</summary>
    public string RefName => $"refs/heads/{Value}";

    /// <exception cref="HotfixException">HF1002 when git would not accept <paramref name="text"/> as a branch name.</exception>
    public static BranchName Parse(string text) =>
        TryParse(text, out BranchName? name)
            ? name
            : throw new HotfixException(
                "HF1002",
                what: $"'{text}' is not a branch name that git accepts; nothing was changed.",
                why: "git-check-ref-format(1) lists what a branch name may not contain.",
                next: $"Check the spelling with: git check-ref-format --branch '{text}'"
            );

    /// <summary><c>false</c> when git would not accept <paramref name="text"/> as a branch name.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BranchName? name)
    {
        name = text is not null && RefNameRules.IsBranchName(text) ? new BranchName(text) : null;
        return name is not null;
    }

    /// <summary>The short name.</summary>
    public override string ToString() => Value;
}
