using System.Globalization;
using System.Text;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Core.Timeline;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Output.Summaries;

/// <summary>What a job's page shows of one run: the outcome first, then how it came to that. Markdown, in which whatever people wrote is text.</summary>
internal static class JobSummary
{
    private const int MaxLine = 500;
    private const int MaxRows = 50;

    /// <summary>The summary, at most <paramref name="most"/> bytes in UTF-8; sections that find no room are left out, the last first.</summary>
    public static string Compose(RunEnd end, int most)
    {
        var text = new StringBuilder();
        int bytes = 0;
        const string LeftOut = "\nThe rest found no room here; the job's log has it.\n";
        foreach (string section in Sections(end).Where(section => section.Length > 0))
        {
            int more = Encoding.UTF8.GetByteCount(section) + 1;
            if (bytes + more + LeftOut.Length > most)
                return text.Length == 0 ? "" : text.Append(LeftOut).ToString();

            text.Append(section).Append('\n');
            bytes += more;
        }

        return text.ToString();
    }

    private static IEnumerable<string> Sections(RunEnd end)
    {
        yield return $"### {Heading(end)}\n";
        yield return $"{Outcome(end)}\n";
        foreach (Refusal refusal in end.Refusals.Skip(end.State == "failed" ? 1 : 0))
            yield return Reasons($"**{Line(refusal.Code)}** {Line(refusal.What)}", refusal);

        yield return Section("Waits for", end.Record.Waits.Select(wait => $"{Line(wait.What)}; cleared by {Line(wait.Who)}"));
        yield return end.Record.Snapshot is { } snapshot ? Chain(snapshot) : "";
        yield return Section("Found by Doctor", end.Record.Findings.Where(finding => finding.Severity != FindingSeverity.Ok).Select(Finding));
        yield return Section("Planned, not applied", end.Record.Rehearsed.Select(step => Line(step.Describe())));
        yield return Section(
            "Done",
            end.Record.Outcomes.Where(outcome => !outcome.WasFound).Select(outcome => $"{Line(outcome.Step.Describe())}: {Line(outcome.Evidence)}")
        );
        yield return Section(
            "Found done already",
            end.Record.FoundDone.Concat(
                    end.Record.Outcomes.Where(outcome => outcome.WasFound).Select(outcome => $"{outcome.Step.Describe()}: {outcome.Evidence}")
                )
                .Select(Line)
        );
        yield return Section(
            "Announcements that are not known to have arrived",
            end.Record.Deliveries.Where(delivery => delivery.Failure is not null).Select(Undelivered)
        );
        yield return end.Record.Snapshot is { } seen ? Timeline(seen, end.Record.Moments) : "";
        yield return Cost(end);
    }

    private static string Heading(RunEnd end)
    {
        string targets = end.Targets.Count > 0 ? string.Join(", ", end.Targets.Select(Line)) : "Hotfix build";
        return end.Record.Snapshot is { Hotfix: { } hotfix } snapshot
            ? $"{targets}: {MarkdownText.Code(hotfix.Name.Value)} to {MarkdownText.Code(snapshot.BaseBranch.Value)}, {(snapshot.Lane == Lane.Exceptional ? "exceptional" : "standard")} lane"
            : targets;
    }

    private static string Outcome(RunEnd end) =>
        end.State switch
        {
            "done" => $"**Done.** {Released(end) ?? Line(new RunSummary(end.Record).LastLine ?? "")}".TrimEnd(),
            "waiting" => $"**Somebody's move.** {Move(end.Record.Waits)} Nothing is wrong; it goes on when the move is made and it is run again.",
            "interrupted" => "**Interrupted.** What was done stands; the next run goes on from there.",
            _ when end.Refusals.Count > 0 => Reasons($"**Failed: {Line(end.Refusals[0].Code)}.** {Line(end.Refusals[0].What)}", end.Refusals[0]).TrimEnd(),
            _ =>
                $"**Failed.** {Line(end.OtherFailures.Select(failure => $"{failure.Target}: {failure.Exception.Message}").FirstOrDefault() ?? string.Create(CultureInfo.InvariantCulture, $"Exit code {end.ExitCode}; the log says more."))}",
        };

    private static string Move(IReadOnlyList<Wait> waits) =>
        waits switch
        {
            [] => "",
            [var only] => $"{Line(only.ToString())}.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Line(waits[0].ToString())}; and {waits.Count - 1} more, below."),
        };

    private static string? Released(RunEnd end) =>
        end.Record.Snapshot?.Release is { Release: { IsDraft: false } published } && end.Record.Refusals.Count == 0
            ? $"Released: {MarkdownLink.Of(Line(published.TagName), published.Url)}"
            : null;

    private static string Reasons(string what, Refusal refusal) => $"{what}\n\n- why: {Line(refusal.Why)}\n- next: {Line(refusal.Next)}\n";

    private static string Chain(Snapshot snapshot)
    {
        IReadOnlyList<ShaLink> links = ShaChain.Of(snapshot);
        string commits = links.Count == 0 ? "" : $"Commits: {string.Join(" → ", links.Select(link => $"{Line(link.Name)} `{link.Sha.Short}`"))}\n";
        return snapshot.PullRequest is { } it ? $"Pull request: {MarkdownLink.Of(Line($"#{it.Number} {it.Title}"), it.Url)}\n\n{commits}" : commits;
    }

    // Until production is known to be well, the time that a waiting hotfix takes is counted up to this look.
    // The thread knows of more than this run's look: reviews of an earlier one, deployments, the verification.
    private static string Timeline(Snapshot snapshot, IReadOnlyList<Moment> told)
    {
        IReadOnlyList<Moment> moments = told.Count > 0 ? told : SnapshotMoments.Of(snapshot);
        bool isReleased = moments.Any(moment => moment.Kind == MomentKind.Release);
        HotfixTimeline timeline = HotfixTimeline.Of(moments, Checks(snapshot), snapshot.Hotfix is null || isReleased ? null : snapshot.TakenAt);

        // Without the checks, their time would be called the reviewers'.
        string occupations =
            snapshot.HeadChecks.Count > 0 || snapshot.PullRequest is not { State: PullRequestState.Merged } ? $"\n{TimelineText.Occupations(timeline)}" : "";
        return timeline.Start is null || snapshot.Hotfix is null ? "" : $"#### Timeline\n\n{TimelineText.Moments(timeline)}{occupations}";
    }

    private static IEnumerable<Period> Checks(Snapshot snapshot) =>
        snapshot
            .HeadChecks.Where(check => check is { StartedAt: not null, CompletedAt: not null })
            .Select(check => new Period(check.StartedAt!.Value, check.CompletedAt!.Value));

    private static string Finding(Finding finding)
    {
        string remedy = finding.Remedy.Length > 0 ? $"; remedy: {Line(finding.Remedy)}" : "";
        return $"**{finding.Severity.ToString().ToLowerInvariant()} {Line(finding.Code)}** {Line(finding.What)}; {Line(finding.Breaks)}{remedy}";
    }

    private static string Undelivered(Delivery delivery) => Line(delivery.ToString());

    private static string Cost(RunEnd end)
    {
        string tests = end.Record.Tests is { } run ? $"{Line(run.ToString())}; " : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{tests}{end.Record.Traffic?.Requests ?? 0} requests ({end.Record.Traffic?.NotModified ?? 0} answered 304), {end.Record.GitProcesses} git processes, waited {TimelineText.Duration(TimeSpan.FromSeconds((int)end.Record.Waited.TotalSeconds))}\n"
        );
    }

    private static string Section(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
            return "";

        string more = all.Length > MaxRows ? string.Create(CultureInfo.InvariantCulture, $"- and {all.Length - MaxRows} more\n") : "";
        return $"#### {title}\n\n{string.Concat(all.Take(MaxRows).Select(line => $"- {line}\n"))}{more}";
    }

    private static string Line(string text) => MarkdownText.Escape(PlainText.OneLine(text, MaxLine));
}
