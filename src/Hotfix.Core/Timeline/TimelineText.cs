using System.Globalization;
using System.Text;
using Hotfix.Core.Text;

namespace Hotfix.Core.Timeline;

/// <summary>A timeline for people: every time with its zone, every duration to the second, so that what is shown adds up.</summary>
internal static class TimelineText
{
    private const int MaxMoments = 100;
    private const int MaxSource = 200;

    /// <summary>A time in UTC, <c>2026-01-05 03:12:40 UTC</c>.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A duration without rounding, <c>1 d 2 h 0 min 5 s</c>; leading units that are zero are left out.</summary>
    public static string Duration(TimeSpan duration)
    {
        TimeSpan rest = duration.Duration();
        (long Value, string Unit)[] parts = [((long)rest.TotalDays, "d"), (rest.Hours, "h"), (rest.Minutes, "min"), (rest.Seconds, "s")];
        string text = string.Join(
            ' ',
            parts
                .SkipWhile(part => part.Value == 0 && part.Unit != "s")
                .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Value} {part.Unit}"))
        );
        return duration < TimeSpan.Zero ? $"-{text}" : text;
    }

    /// <summary>What a moment is called, <c>pull request opened</c>.</summary>
    public static string Name(MomentKind kind) =>
        kind switch
        {
            MomentKind.Incident => "incident began",
            MomentKind.FirstCommit => "first commit",
            MomentKind.PullRequest => "pull request opened",
            MomentKind.FirstReview => "first review",
            MomentKind.Approval => "approved",
            MomentKind.Merge => "merged",
            MomentKind.Release => "released",
            MomentKind.Staging => "on staging",
            MomentKind.Production => "in production",
            MomentKind.Verification => "verified in production",
            MomentKind.ForwardPort => "carried to the newer line",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a moment."),
        };

    /// <summary>What time was spent on, <c>waiting for review</c>.</summary>
    public static string Name(Occupation occupation) =>
        occupation switch
        {
            Occupation.Author => "finding and fixing",
            Occupation.Checks => "waiting for checks",
            Occupation.Review => "waiting for review",
            Occupation.Queue => "waiting for the merge",
            Occupation.Release => "releasing",
            Occupation.Deployment => "deploying and verifying",
            _ => throw new ArgumentOutOfRangeException(nameof(occupation), occupation, "Nothing that takes time."),
        };

    /// <summary>A Markdown table of the moments, at most 100 of them, each with the time since the one before; empty without a moment.</summary>
    public static string Moments(HotfixTimeline timeline)
    {
        if (timeline.Start is null)
            return "";

        var text = new StringBuilder("| when | since the one before | what | known from |\n|---|--:|---|---|\n");
        DateTimeOffset? before = null;
        foreach (Moment moment in timeline.Moments.Take(MaxMoments))
        {
            string since = before is { } earlier ? Duration(moment.At - earlier) : "";
            text.Append(CultureInfo.InvariantCulture, $"| {Instant(moment.At)} | {since} | {Name(moment.Kind)} | {Source(moment)} |\n");
            before = moment.At;
        }

        return text.Append(timeline.Moments.Count > MaxMoments ? $"\nAnd {timeline.Moments.Count - MaxMoments} more.\n" : "").ToString();
    }

    /// <summary>A Markdown table of where the time went, with its sum; empty when no time passed.</summary>
    public static string Occupations(HotfixTimeline timeline)
    {
        if (timeline.Slices.Count == 0)
            return "";

        IEnumerable<string> rows = Enum.GetValues<Occupation>()
            .Where(occupation => timeline.Of(occupation) > TimeSpan.Zero)
            .Select(occupation => $"| {Name(occupation)} | {Duration(timeline.Of(occupation))} |");
        string end = timeline.Restored is null ? "in all, so far" : "in all";
        return $"| where the time went | |\n|---|--:|\n{string.Join('\n', rows)}\n| **{end}** | **{Duration(timeline.Total)}** |\n";
    }

    private static string Source(Moment moment)
    {
        string source = MarkdownText.Escape(PlainText.OneLine(moment.Source, MaxSource));
        return MarkdownLink.Of(source, moment.Url);
    }
}
