using System.Globalization;
using System.Text;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Text;
using Hotfix.Core.Timeline;
using static Hotfix.Core.PostMortems.PostMortemWords;

namespace Hotfix.Core.PostMortems;

/// <summary>The facts of a post-mortem in Markdown, each by the name that a template calls it. Times are in UTC, durations to the second.</summary>
internal static class PostMortemText
{
    /// <summary>Characters that GitHub takes with room to spare: it refuses more than 65,536.</summary>
    public const int MaxLength = 60_000;

    private const int MaxRows = 20;
    private const int MaxCandidates = 10;
    private const string None = "None is recorded.";

    private static readonly (string Name, Func<PostMortemFacts, string> Text)[] Facts =
    [
        ("description", facts => Block(facts.Description)),
        ("summary", Summary),
        ("impact", Impact),
        ("timeline", facts => TimelineText.Moments(facts.Timeline).TrimEnd('\n')),
        ("time-spent", facts => TimelineText.Occupations(facts.Timeline).TrimEnd('\n')),
        ("changes", Changes),
        ("candidates", Candidates),
        ("overrides", Overrides),
        ("waits", facts => Entries(facts, entry => $"{Line(entry.What)}{(entry.Who is { } who ? $"; cleared by {Line(who)}" : "")}", ThreadEntryKind.Wait)),
        ("failures", facts =>
            Entries(
                facts,
                entry => $"{(entry.Kind == ThreadEntryKind.Retry ? "tried again: " : "")}{Line(entry.What)}",
                ThreadEntryKind.Failure,
                ThreadEntryKind.Retry
            )
        ),
        ("forward-port", facts => facts.ForwardPort),
        ("questions", _ => PostMortemQuestions.Questions),
        ("tag", facts => Line(facts.Hotfix.Tag.Name)),
        ("title", facts => Line(facts.Description)),
    ];

    /// <summary>The names that a template may use.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Facts.Select(fact => fact.Name)];

    /// <summary>The whole text, at most <see cref="MaxLength"/> characters.</summary>
    public static string Compose(PostMortemFacts facts, PostMortemTemplate template) =>
        template.Fill(Facts.ToDictionary(fact => fact.Name, fact => fact.Text(facts)), MaxLength);

    private static string Summary(PostMortemFacts facts)
    {
        ReleasedHotfix hotfix = facts.Hotfix;
        var text = new StringBuilder();
        text.Append($"- release: {MarkdownLink.Of(Line(hotfix.Tag.Name), facts.ReleaseUrl)} ({MarkdownText.Code(hotfix.Commit.Short)})\n");
        text.Append($"- pull request: {MarkdownLink.Of($"#{hotfix.PullRequest.Number}", hotfix.PullRequest.Url)}\n");
        text.Append(hotfix.Lane == Lane.Exceptional ? "- lane: exceptional, from what production ran\n" : "- lane: standard, through the base branch\n");
        foreach (ThreadEntry reason in facts.Log.Where(entry => entry.Kind == ThreadEntryKind.Lane).Take(MaxRows))
            text.Append($"  - {Line(reason.What)}\n");

        if (facts.Incident is { } incident)
            text.Append($"- incident: {MarkdownLink.Of(Line(incident), incident.StartsWith('#') ? $"{hotfix.Web}/issues/{incident[1..]}" : incident)}\n");

        return text.ToString().TrimEnd('\n');
    }

    private static string Impact(PostMortemFacts facts)
    {
        HotfixTimeline timeline = facts.Timeline;
        if (timeline.Start is not { } start || timeline.End is not { } end)
            return "When it began and ended is not known.";

        var text = new StringBuilder();
        string until = timeline.Restored is { } restored ? TimelineText.Name(restored.Kind) : "the last that is known; when production ran the fix is not";
        text.Append(
            CultureInfo.InvariantCulture,
            $"From {TimelineText.Instant(start.At)} ({TimelineText.Name(start.Kind)}) to {TimelineText.Instant(end)} ({until}): **{TimelineText.Duration(timeline.Total)}**."
        );
        if (timeline.First(MomentKind.Incident) is null)
            text.Append(" When the trouble began is not known here: it was earlier than that.");

        return $"{text}{(facts.Gaps.Count > 0 ? "\n" : "")}{string.Concat(facts.Gaps.Take(MaxRows).Select(gap => $"\n- not known: {Line(gap)}"))}";
    }

    private static string Changes(PostMortemFacts facts)
    {
        if (facts.Size is not { } size)
            return "What it changed could not be read.";

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{size.Files} files, {size.Lines} lines outside tests and lock files. ");
        text.Append(
            size.TestFiles.Count == 0
                ? "No test was added or changed."
                : $"Tests added or changed: {string.Join(", ", size.TestFiles.Take(MaxRows).Select(Line))}."
        );
        text.Append("\n\n| file | lines added | lines removed |\n|---|--:|--:|\n");
        foreach (FileChange change in facts.Changes.Take(MaxRows))
        {
            string path = change.OldPath is { } old ? $"{Line(old)} → {Line(change.Path)}" : Line(change.Path);
            text.Append(
                change.IsBinary
                    ? $"| {path} | binary | binary |\n"
                    : string.Create(CultureInfo.InvariantCulture, $"| {path} | {change.AddedLines} | {change.DeletedLines} |\n")
            );
        }

        return (facts.Changes.Count > MaxRows ? text.Append(CultureInfo.InvariantCulture, $"\nAnd {facts.Changes.Count - MaxRows} more files.") : text)
            .ToString()
            .TrimEnd('\n');
    }

    private static string Candidates(PostMortemFacts facts)
    {
        var text = new StringBuilder();
        if (facts.Candidates.Count == 0)
        {
            text.Append(
                facts.Changes.Count == 0 ? "They could not be looked for.\n" : "The fix changed no line of the product that an earlier commit had written.\n"
            );
        }
        else
        {
            text.Append(
                "These commits were the last to touch the lines that the fix changed, or those beside what it added. That makes them candidates and no more: the cause may lie elsewhere.\n\n"
            );
            text.Append("| commit | written | what | pull request | lines |\n|---|---|---|---|--:|\n");
            foreach (CauseCandidate candidate in facts.Candidates.Take(MaxCandidates))
                text.Append(Row(candidate, facts.Hotfix.Web));
        }

        if (facts.Candidates.Count > MaxCandidates)
            text.Append(CultureInfo.InvariantCulture, $"\nAnd {facts.Candidates.Count - MaxCandidates} more.\n");

        foreach (string unknown in facts.UnknownCandidates.Take(MaxRows))
            text.Append($"\n- not known: {Line(unknown)}");

        return text.ToString().TrimEnd('\n');
    }

    private static string Row(CauseCandidate candidate, string web)
    {
        BlamedCommit commit = candidate.Commit;
        string link = MarkdownLink.Of(MarkdownText.Code(commit.Sha.Short), web.Length > 0 ? $"{web}/commit/{commit.Sha}" : null);
        string pullRequest = candidate.PullRequest is { } from ? MarkdownLink.Of($"#{from.Number}", from.Url) : "none known";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {link} | {TimelineText.Instant(commit.AuthoredAt)} | {Line(commit.Subject)} | {pullRequest} | {commit.Lines} |\n"
        );
    }

    private static string Overrides(PostMortemFacts facts)
    {
        string recorded = Entries(facts, Override, ThreadEntryKind.Override);
        if (
            facts.OverBudgetReason is not { } reason
            || facts.Log.Any(entry => entry.Kind == ThreadEntryKind.Override && entry.Reason == PlainText.OneLine(reason, 300))
        )
        {
            return recorded;
        }

        string budget = $"- over the size budget: {Line(reason)}";
        return recorded == None ? budget : $"{budget}\n{recorded}";
    }

    private static string Override(ThreadEntry entry) =>
        $"{Line(entry.What)}{(entry.Who is { } who ? $", by {Line(who)}" : "")}{(entry.Reason is { } reason ? $": {Line(reason)}" : "")}";

    private static string Entries(PostMortemFacts facts, Func<ThreadEntry, string> row, params ThreadEntryKind[] kinds)
    {
        ThreadEntry[] entries = [.. facts.Log.Where(entry => kinds.Contains(entry.Kind))];
        IEnumerable<string> rows = entries.TakeLast(MaxRows).Select(entry => $"- {TimelineText.Instant(entry.At)}: {row(entry)}");
        return entries.Length == 0
            ? None
            : string.Join(
                '\n',
                entries.Length > MaxRows
                    ? rows.Prepend(string.Create(CultureInfo.InvariantCulture, $"- {entries.Length - MaxRows} earlier ones are left out"))
                    : rows
            );
    }
}
