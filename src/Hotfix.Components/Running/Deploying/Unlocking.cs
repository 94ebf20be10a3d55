using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Pipeline.Running;

namespace Hotfix.Components.Running.Deploying;

/// <summary>Lets releases be made again.</summary>
internal sealed class Unlocking(HotfixRun run, Services services, string? reason)
{
    private static readonly Marker Words = new($"{ReleaseGate.LockLabel}/unlocked");

    public async Task ExecuteAsync(bool isRehearsal, CancellationToken cancellationToken)
    {
        string? why = RequestParser.Reason("--reason", reason);
        IReadOnlyList<Issue> locks = await services.Issues.ListAsync(ReleaseGate.LockLabel, includeClosed: false, cancellationToken);
        run.Record.Conclusion = "Releases are not locked";
        if (locks.Count == 0)
        {
            run.Record.Found("no issue locks releases");
            return;
        }

        var plan = new PlanResult.Ready([.. locks.Select(issue => new PlanStep.UnlockReleases(issue.Number, issue.Title))], []);
        if (isRehearsal)
        {
            run.Rehearse(plan);
            return;
        }

        RunRecord.Show(plan);
        foreach (PlanStep.UnlockReleases step in plan.Steps.Cast<PlanStep.UnlockReleases>())
        {
            if (why is not null)
                await services.Comments.PutAsync(step.Number, Words, $"Unlocked: {MarkdownText.Escape(why)}", cancellationToken);

            Issue closed = await services.Issues.UpdateAsync(step.Number, new IssueChange { IsOpen = false }, cancellationToken);
            run.Record.Add(new Outcome(step, closed.Url));
        }
    }
}
