using System.Security.Cryptography;
using System.Text;
using Hotfix.Core.Conventions;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Telling;

/// <summary>The one comment that says where a hotfix stands. Equal facts give an equal text, so that a run that changed nothing edits nothing.</summary>
internal static class ThreadText
{
    /// <summary>Characters of a text that are always enough for GitHub, which takes 65,536.</summary>
    public const int MaxLength = 60_000;

    private const int MaxDescription = 4_000;
    private const int MaxLine = 300;
    private const int MaxRows = 20;

    /// <summary>
    /// By which the thread of this branch is found again: <c>thread/null-ref</c>; a branch with other characters than a mark may have is known by its hash.
    /// </summary>
    public static Marker MarkerOf(BranchName branch)
    {
        string slug = HotfixConventions.Default.Hotfixes.Rest(branch) ?? branch.Value;
        bool isPlain =
            slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/' or '.')
            && !slug.StartsWith('-')
            && !slug.EndsWith('-')
            && !slug.Contains("--", StringComparison.Ordinal);

        // No branch name begins with a hyphen: a hash is never taken for one.
        return new Marker(isPlain ? $"thread/{slug}" : $"thread/-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(branch.Value)))[..16]}");
    }

    /// <summary>The comment, to be put under its marker.</summary>
    public static MarkedComment Comment(ThreadFacts facts, ThreadLog log, AnnouncementRecord announced) =>
        new(MarkerOf(facts.Branch), $"say where {facts.Branch} stands: {PlainText.OneLine(facts.State, MaxLine)}", Compose(facts, log, announced));

    /// <summary>Markdown, and at its end what the thread remembers, and the record of what was announced.</summary>
    public static string Compose(ThreadFacts facts, ThreadLog log, AnnouncementRecord announced)
    {
        string marks = log.Entries.Count > 0 ? $"{log.Text}\n{announced.Text}" : announced.Text;
        var text = new StringBuilder();
        text.Append($"### Hotfix {MarkdownText.Code(PlainText.OneLine(facts.Branch.Value, MaxLine))}\n\n");
        text.Append($"**{Line(facts.State)}**\n\n");
        foreach ((string title, IEnumerable<string> lines) in Sections(facts, log))
        {
            string section = Section(title, [.. lines]);

            // What comes first matters most; the marks at the end must always find room.
            if (text.Length + section.Length + marks.Length < MaxLength)
                text.Append(section);
        }

        return text.Append(marks).ToString();
    }

    private static IEnumerable<(string Title, IEnumerable<string> Lines)> Sections(ThreadFacts facts, ThreadLog log)
    {
        yield return ("", Particulars(facts));
        yield return ("What", facts.Description is { Length: > 0 } description ? [Words(description)] : []);
        yield return ("Waits for", Rows(facts.Waits, wait => $"- {Line(wait.What)}; cleared by {Line(wait.Who)}"));
        yield return (
            "Way",
            Rows(facts.Stages, stage =>
                $"- {(stage.IsDone ? "✓" : "○")} {MarkdownText.Code(stage.Name)} {(stage.IsDone ? "done" : "open")}: {Line(stage.State)}"
            )
        );
        yield return ("Rules set aside", Rows(facts.Overrides, it => $"- {Line(it.What)}{(it.Who is { } who ? $", by {Name(who)}" : "")}: {Line(it.Reason)}"));
        yield return ("Commits", Rows(facts.Shas, link => $"- {Line(link.Name)}: `{link.Sha}`"));
        yield return ("Environments", Rows(facts.Environments, it => $"- {Name(it.Name)}: {MarkdownLink.Of(Line(it.State), it.Url)}"));
        yield return ("Way back", facts.RollbackCommand is { } command ? [MarkdownText.Block(PlainText.OneLine(command, MaxLine))] : []);
        yield return ("Timeline", facts.Timeline is { Start: not null } timeline ? [TimelineText.Moments(timeline)] : []);
        yield return ("On the way", Newest(log));
    }

    private static IEnumerable<string> Particulars(ThreadFacts facts)
    {
        if (facts.Lane is { } lane)
            yield return $"- lane: {(lane == Lane.Exceptional ? "exceptional" : "standard")}{string.Concat(facts.LaneReasons.Take(MaxRows).Select(reason => $"\n  - {Line(reason)}"))}";

        if (facts.People.Count > 0)
            yield return $"- who: {string.Join(", ", facts.People.Take(MaxRows).Select(Name))}";

        if (facts.Incident is { } incident)
            yield return $"- incident: {MarkdownLink.Of(Line(incident), incident)}";

        if (facts.PullRequest is { } pullRequest)
            yield return $"- pull request: {MarkdownLink.Of($"#{pullRequest.Number}", pullRequest.Url)}";

        if (facts.Tag is { } tag)
            yield return $"- release: {Line(tag.Name)}";
    }

    // The oldest may be many; what happened last is asked for first.
    private static IEnumerable<string> Newest(ThreadLog log) =>
        log
            .Entries.Where(entry => entry.Kind is ThreadEntryKind.Wait or ThreadEntryKind.Failure or ThreadEntryKind.Retry)
            .TakeLast(MaxRows)
            .Select(entry =>
                $"- {TimelineText.Instant(entry.At)}, {Word(entry.Kind)}: {Line(entry.What)}{(entry.Who is { } who ? $"; cleared by {Line(who)}" : "")}{(entry.Reason is { } reason ? $"; {Line(reason)}" : "")}"
            );

    private static string Word(ThreadEntryKind kind) =>
        kind switch
        {
            ThreadEntryKind.Wait => "waited",
            ThreadEntryKind.Failure => "stopped",
            _ => "went on",
        };

    private static string Section(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return "";

        string heading = title.Length > 0 ? $"#### {title}\n\n" : "";
        return $"{heading}{string.Join('\n', lines).TrimEnd('\n')}\n\n";
    }

    private static IEnumerable<string> Rows<T>(IReadOnlyList<T> all, Func<T, string> row) =>
        all.Count <= MaxRows ? all.Select(row) : all.Take(MaxRows).Select(row).Append($"- and {all.Count - MaxRows} more");

    // A code span is no mention. What a person wrote could look like a mark of ours otherwise: nobody else's words may be read as the record.
    private static string Words(string description)
    {
        string[] lines = description.ReplaceLineEndings("\n").Split('\n');
        string shown = string.Join('\n', lines.Select(line => PlainText.OneLine(line, MaxDescription)));
        shown = shown.Length <= MaxDescription ? shown : shown[..(char.IsHighSurrogate(shown[MaxDescription - 1]) ? MaxDescription - 1 : MaxDescription)] + "…";
        return MarkdownText.Block(Inert(shown));
    }

    private static string Line(string text) => MarkdownText.Escape(PlainText.OneLine(text, MaxLine));

    private static string Name(string name) => MarkdownText.Code(Inert(PlainText.OneLine(name, 100)));

    private static string Inert(string text) => text.Replace("<!--", "<!\u200b--", StringComparison.Ordinal);
}
