using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>What one look, taken before a hotfix has a pull request, says of its way into production.</summary>
internal sealed record LaneSituation
{
    /// <summary>The branch that the fix goes into: the standard base, or production's support branch.</summary>
    public required BranchName BaseBranch { get; init; }

    /// <summary>Where that branch is, or has to be made; <c>null</c> when the lane is refused before that is known.</summary>
    public CommitSha? BaseTip { get; init; }

    /// <summary>Whether the support branch has to be made first.</summary>
    public bool MakesSupportBranch { get; init; }

    /// <summary>The advice; <c>null</c> when too little is known of production to give one.</summary>
    public LaneAdvice? Advice { get; init; }

    /// <summary>The decision in one line; empty when it is refused.</summary>
    public string Note { get; init; } = "";

    /// <summary>How it is known what production runs, one line each; or why it is not.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Why no hotfix can begin this way; empty when it can.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>
    /// The folder of the build that runs, where the branch's commit is older than it: checked out here, that branch would take it out of the work tree. Else
    /// <c>null</c>.
    /// </summary>
    public string? LacksBuild { get; init; }

    /// <summary>The decision and everything that speaks for it, one line each.</summary>
    public IEnumerable<string> Lines =>
        [
            .. Note.Length > 0 ? [Note] : Array.Empty<string>(),
            .. (Advice?.Reasons ?? []).Select(reason => reason.Text).Where(text => !Note.Contains(text, StringComparison.Ordinal)),
            .. Evidence,
            .. LacksBuild is { } folder
                ? [$"{BaseBranch} does not have {folder}/, the build that runs here: the hotfix gets a work tree of its own, and this one stays as it is"]
                : Array.Empty<string>(),
        ];
}
