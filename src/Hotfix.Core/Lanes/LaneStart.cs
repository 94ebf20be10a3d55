using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Lanes;

/// <summary>Decides which way a new hotfix takes, from what was asked for and what was seen.</summary>
/// <param name="Choice">What <c>--lane</c> says; exceptional also where <c>--base</c> names a support branch.</param>
/// <param name="StandardBase">The branch of the standard lane.</param>
/// <param name="Production">What production runs.</param>
internal sealed record LaneStart(LaneChoice Choice, BranchName StandardBase, ProductionAnswer Production)
{
    /// <summary>The standard base against production; <c>null</c> when nothing is known of production.</summary>
    public LaneFacts? Facts { get; init; }

    /// <summary>The support branch against production; looked at only for the exceptional lane.</summary>
    public SupportBranchFacts? Support { get; init; }

    /// <summary>The support branch that <c>--base</c> names; <c>null</c> when it names none.</summary>
    public BranchName? NamedSupport { get; init; }

    /// <summary>The command so far, to which <c>--lane …</c> can be added.</summary>
    public string Command { get; init; } = "./build.sh Hotfix";

    /// <summary>The folder of the build that runs, where production's commit does not have it; <c>null</c> else.</summary>
    public string? LacksBuild { get; init; }

    /// <summary>The tool that numbers the releases, where <c>--version</c> has not confirmed this one's number; <c>null</c> else.</summary>
    public string? Numbering { get; init; }

    /// <summary>Every tag at the remote.</summary>
    public IReadOnlyList<RemoteTag> Tags { get; init; } = [];

    /// <summary>The decision. The standard lane is never refused for want of knowledge about production.</summary>
    public LaneSituation Decide(LanePolicy policy)
    {
        LaneAdvice? advice = Facts is null ? null : LaneAdviser.Advise(Facts, policy);
        IReadOnlyList<string> evidence = Production switch
        {
            ProductionAnswer.Known known => known.Evidence,
            ProductionAnswer.Unknown { Assumed: { } assumed } =>
            [
                $"that production runs {assumed.Tag} is an assumption: it is the newest release, and nothing says what is deployed",
            ],
            ProductionAnswer.Unknown unknown => [.. unknown.Refusals.Select(refusal => refusal.Fact)],
            _ => [],
        };
        return Choice == LaneChoice.Exceptional ? Exceptional(advice, evidence) : Standard(advice, evidence);
    }

    private LaneSituation Standard(LaneAdvice? advice, IReadOnlyList<string> evidence)
    {
        LaneDecision decision = advice is null
            ? new LaneDecision(Lane.Standard, "standard lane: what production runs is not known, so nothing could be compared with it", null)
            : LaneDecision.Decide(Choice, advice, Command);
        return new LaneSituation
        {
            BaseBranch = StandardBase,
            Advice = advice,
            Note = decision.Note,
            Evidence =
            [
                .. evidence,
                .. Facts?.OwedTo is { } main && main != StandardBase
                    ? [$"the fix is owed to {main}, the default branch, once {StandardBase} has released it"]
                    : Array.Empty<string>(),
            ],
            Refusals = decision.Refusal is { } refusal ? [refusal] : [],
        };
    }

    private LaneSituation Exceptional(LaneAdvice? advice, IReadOnlyList<string> evidence)
    {
        var situation = new LaneSituation
        {
            BaseBranch = Support?.Branch ?? StandardBase,
            Advice = advice,
            Evidence = evidence,
        };
        if (Production is not ProductionAnswer.Known known)
            return situation with { Refusals = ((ProductionAnswer.Unknown)Production).Refusals };

        if (NamedSupport is { } named && named != Support!.Branch)
            return situation with { Refusals = [OtherLine(named, known)] };

        if (Numbering is { } tool)
            return situation with { Refusals = [ExceptionalVersion.Unconfirmed(tool, known.Tag, Tags, $"{Command} --lane exceptional")] };

        string note = LaneDecision.Decide(Choice, advice!, Command).Note;
        return SupportBranchAnswer.Decide(Support!) switch
        {
            SupportBranchAnswer.Create create => situation with { Note = note, BaseTip = create.At, MakesSupportBranch = true, LacksBuild = LacksBuild },
            SupportBranchAnswer.Use use => situation with { Note = note, BaseTip = use.Tip, LacksBuild = LacksBuild },
            SupportBranchAnswer.Refuse refuse => situation with { Refusals = [refuse.Reason] },
            _ => throw new InvalidOperationException("Not an answer about a support branch."),
        };
    }

    private Refusal OtherLine(BranchName named, ProductionAnswer.Known known) =>
        new(
            "HF4113",
            What: $"--base names {named}, and production runs {known.Tag}, which is on {Support!.Branch}; nothing was changed.",
            Why: string.Join("; ", known.Evidence) + ".",
            Next: "Leave --base out to start from what production runs."
        );
}
