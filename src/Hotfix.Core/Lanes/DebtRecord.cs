using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Text;

namespace Hotfix.Core.Lanes;

/// <summary>What is written down on the issue of a debt, and read again.</summary>
internal static class DebtRecord
{
    /// <summary>With which the proof begins that ended a debt.</summary>
    public static readonly Marker Proof = new($"{Debt.Label}/proof");

    /// <summary>With which the decision begins that ended a debt.</summary>
    public static readonly Marker Decision = new($"{Debt.Label}/decision");

    private static readonly Marker Reopened = new($"{Debt.Label}/reopened");

    /// <summary>The evidence with which a debt ends.</summary>
    public static MarkedComment Proven(IReadOnlyList<string> evidence) =>
        new(Proof, "the fix has arrived", $"The fix has arrived:\n\n{string.Join('\n', evidence.Select(line => $"- {MarkdownText.Escape(line)}"))}");

    /// <summary>The decision with which a debt ends.</summary>
    /// <param name="decision">Who, when and why.</param>
    public static MarkedComment NotNeeded(string decision) =>
        new(Decision, "it is not needed", $"This fix is not carried over. Decided by {MarkdownText.Escape(decision)}");

    /// <summary>Why an issue that a person closed is open again.</summary>
    public static MarkedComment StillOwed(IReadOnlyList<string> evidence) =>
        new(
            Reopened,
            "the fix has not arrived",
            OwnCommand.ForAll(
                $"This was closed while the fix had not arrived, and without a decision:\n\n{string.Join('\n', evidence.Select(line => $"- {MarkdownText.Escape(line)}"))}\n\nIf it is no longer needed: `./build.sh ForwardPort --not-needed \"reason\"`."
            )
        );

    /// <summary>That a release went out without the fix, and why; one for each release.</summary>
    public static MarkedComment Accepted(ReleaseTag tag, CommitSha commit, string reason) =>
        new(
            new Marker($"{Debt.Label}/accepted/{tag.Name.ToLowerInvariant()}"),
            $"{tag} is released without it",
            $"{tag} ({commit}) is released without this fix (`--accept-debt`). Reason given:\n\n{MarkdownText.Block(reason)}"
        );
}
