using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Conventions;

/// <summary>What the branches of one kind begin with: <c>hotfix/</c>, <c>bugfix/</c>, <c>team/hotfix-</c>.</summary>
/// <param name="Text">Ends with a character that separates it from what follows.</param>
public sealed record BranchPrefix(string Text)
{
    /// <exception cref="HotfixException">HF1085 when no branch can begin with it.</exception>
    public static BranchPrefix Parse(string parameter, string text)
    {
        string trimmed = text.Trim();
        return trimmed is [.., '/' or '-' or '_'] && BranchName.TryParse(trimmed + "x", out _)
            ? new BranchPrefix(trimmed)
            : throw new HotfixException(
                "HF1085",
                what: $"{parameter} is '{text}'; nothing was changed.",
                why: "It is what a branch's name begins with, and ends with a slash, a hyphen or an underscore.",
                next: $"For example: {parameter} hotfix/"
            );
    }

    /// <summary>Whether the branch is of this kind.</summary>
    public bool Fits(BranchName branch) => branch.Value.Length > Text.Length && branch.Value.StartsWith(Text, StringComparison.Ordinal);

    /// <summary>The rest of its name; <c>null</c> when it is of another kind.</summary>
    public string? Rest(BranchName branch) => Fits(branch) ? branch.Value[Text.Length..] : null;

    /// <summary>The prefix.</summary>
    public override string ToString() => Text;
}
