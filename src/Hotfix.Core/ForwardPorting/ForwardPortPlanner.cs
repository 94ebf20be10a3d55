using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.ForwardPorting;

/// <summary>Decides what becomes of one debt. Pure: what git proves comes first, then what people decided, then whose move it is.</summary>
internal static class ForwardPortPlanner
{
    /// <summary>What is to be done now.</summary>
    public static PlanResult Plan(ForwardPortRequest request, ForwardPortSeen seen)
    {
        if (seen is not { Debt: { } debt, Facts: { } facts, Preview: { } preview })
            return request.Decision is { } decided ? NotNeeded(seen, decided) : PlanResult.Refuse(CannotTell(seen));

        return ForwardPortAssessment.Assess(facts with { Decision = request.Decision }) switch
        {
            ForwardPortState.Proven proven => Close(seen, proven.Evidence),
            ForwardPortState.Open when seen.Merged is [.., { Brought: true } merged] => Close(seen, [merged.Describe()]),
            ForwardPortState.Open when request.Decision is { } decided => NotNeeded(seen, decided),
            ForwardPortState.Open open => Carry(request, seen, new ForwardPortText(debt, seen, preview, open)),
            ForwardPortState.NotNeeded { Decision: var decided } when seen.Merged is not [.., { Brought: true }] => NotNeeded(seen, decided),
            _ => Close(seen, [.. seen.Merged.TakeLast(1).Select(merged => merged.Describe())]),
        };
    }

    /// <summary>What a debt waits for once its pull request is open.</summary>
    public static Wait WaitFor(ForwardPortRequest request, ForwardPortSeen seen, string pullRequest, IReadOnlyList<string> conflicts)
    {
        string owed =
            $"{seen.Debt?.Tag.Name ?? seen.Issue.Title} is owed to {seen.Base.Branch} (#{seen.Issue.Number}, {DebtIssue.Terms(seen.Issue, request.Now)})";
        return conflicts.Count > 0
            ? new Wait(
                $"the fix of {owed}: it conflicts in {string.Join(", ", conflicts)}",
                $"whoever resolves that in {pullRequest}, whose text has the commands, and merges it",
                IsPerson: true
            )
            : new Wait($"the fix of {owed}: {pullRequest} is not merged", "its checks, its review, and whoever merges it", IsPerson: true);
    }

    private static PlanResult Carry(ForwardPortRequest request, ForwardPortSeen seen, ForwardPortText text) =>
        seen switch
        {
            { PullRequest: { State: PullRequestState.Open } open } when !open.Labels.Contains(Debt.Label) => PlanResult.Do([
                new PlanStep.AddLabels(open.Number, [Debt.Label]),
            ]),
            { PullRequest: { State: PullRequestState.Open } open } => new PlanResult.Waiting([
                WaitFor(request, seen, $"#{open.Number} ({open.Url})", open.IsDraft ? text.ConflictingFiles : []),
            ]),
            { PullRequest: { State: PullRequestState.Closed } closed } => new PlanResult.Waiting([
                new Wait(
                    $"the fix of {text.Debt.Tag} is owed to {seen.Base.Branch}, and #{closed.Number}, which would bring it, was closed without being merged",
                    $"whoever opens {closed.Url} again, or decides: ./build.sh ForwardPort --not-needed \"reason\"",
                    IsPerson: true
                ),
            ]),
            { BranchTip: { } tip } => PlanResult.Do([new PlanStep.OpenPullRequest(text.Draft(tip, request.Reviewers))], text.Note),
            _ when SigningPolicy.IsStuck(seen.Signing) => PlanResult.Refuse(
                SigningPolicy.CannotSign(seen.Signing, $"the fix of {text.Debt.Tag} on {seen.Branch}")
            ),
            _ => PlanResult.Do(
                [
                    new PlanStep.CarryOver(seen.Preview!, text.Draft(seen.Preview!.Onto, request.Reviewers), text.CommitNote)
                    {
                        Signing = SigningPolicy.Of(seen.Signing),
                    },
                ],
                text.Note
            ),
        };

    private static PlanResult Close(ForwardPortSeen seen, IReadOnlyList<string> evidence) =>
        PlanResult.Do([new PlanStep.CloseDebt(seen.Issue.Number, DebtRecord.Proven(evidence), WasDone: true)], [.. evidence, .. Leftover(seen)]);

    private static PlanResult NotNeeded(ForwardPortSeen seen, string decision) =>
        PlanResult.Do([new PlanStep.CloseDebt(seen.Issue.Number, DebtRecord.NotNeeded(decision), WasDone: false)], [.. Leftover(seen)]);

    private static IEnumerable<string> Leftover(ForwardPortSeen seen) =>
        seen.PullRequest is { State: PullRequestState.Open } open ? [$"#{open.Number} is no longer needed; close it: {open.Url}"] : [];

    private static Refusal CannotTell(ForwardPortSeen seen) =>
        new(
            "HF4180",
            What: $"Which release #{seen.Issue.Number} '{seen.Issue.Title}' is about cannot be told; nothing was changed.",
            Why: seen.Debt is { } debt
                ? $"The remote has no tag {debt.Tag}, or no {seen.Base.Branch} to compare it with."
                : "The mark in its text, <!-- hotfix:forward-port/v1.4.3 -->, is gone or names no release.",
            Next: seen.Debt is null
                ? $"Put the mark back with the release's tag: {seen.Issue.Url}"
                : "Push the tag again from a clone that has it; or decide with --not-needed \"reason\"."
        );
}
