using Hotfix.Core.Errors;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

/// <summary>No "why: See " with nothing behind it: every text of a refusal is read with everything there, and with each optional fact missing.</summary>
public sealed class EveryRefusal
{
    // Facts that are there whenever the refusal is made: it is about them.
    private static readonly (string Method, string Fact)[] Given =
    [
        ("BranchRefusals.Diverged", "HotfixBranch.LocalTip"),
        ("BranchRefusals.Diverged", "HotfixBranch.RemoteTip"),
        ("FinishedHotfix.LongAgo", "PullRequest.MergedAt"),
    ];

    [Fact]
    public void SaysWhyAndWhatNextWhateverIsMissing()
    {
        IReadOnlyList<string> wrong = RefusalTexts.Faults(typeof(Refusal).Assembly, Given);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
