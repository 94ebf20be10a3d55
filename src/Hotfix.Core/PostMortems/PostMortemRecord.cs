using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.PostMortems;

/// <summary>
/// The issue in which people work a hotfix up, as far as this software reads it again. Its mark names the release; everything else is people's, who may
/// move the date or hand it on.
/// </summary>
/// <param name="Tag">The release that it is about, in lower case, <c>v1.4.3</c>.</param>
/// <param name="Due">The day, UTC, by which it is to be done; <c>null</c> when the text says none.</param>
/// <param name="Owner">Who is assigned, else who the text names; <c>null</c> when nobody is.</param>
/// <param name="IsDone">Whether the issue is closed.</param>
internal sealed partial record PostMortemRecord(string Tag, DateOnly? Due, string? Owner, bool IsDone)
{
    /// <summary>The label of all of them.</summary>
    public const string Label = "post-mortem";

    private const int MaxTitle = 200;

    /// <summary>By which the issue of a release is found again: <c>post-mortem/v1.4.3</c>.</summary>
    public static Marker MarkerOf(ReleaseTag tag) => new($"{Label}/{tag.Name.ToLowerInvariant()}");

    /// <summary>The issue to open.</summary>
    /// <param name="record">The release, who sees to it, and until when.</param>
    /// <param name="description">People's words for the trouble; of any length and content.</param>
    /// <param name="text">Markdown, below the lines that are read again.</param>
    public static NewIssue Compose(PostMortemRecord record, string description, string text)
    {
        ReleaseTag tag = ReleaseTag.TryParse(record.Tag) ?? throw new ArgumentException($"'{record.Tag}' is no release tag.", nameof(record));
        string title = PlainText.OneLine(description, MaxTitle);
        return new NewIssue(
            MarkerOf(tag),
            Title: $"Post-mortem: {tag}{(title.Length > 0 ? $": {title}" : "")}",
            Body: Head(record) + text,
            Labels: [Label],
            Assignees: record.Owner is { } owner && IsPerson(owner) ? [owner] : []
        );
    }

    /// <summary>What an issue says; <c>null</c> when it is not ours, its mark is gone, or names no release.</summary>
    public static PostMortemRecord? Read(Issue issue) =>
        issue.IsOurs && Mark().Match(issue.Body) is { Success: true } mark && ReleaseTag.TryParse(mark.Groups["tag"].Value) is { } tag
            ? new PostMortemRecord(
                tag.Name,
                DateOnly.TryParseExact(
                    DueLine().Match(issue.Body).Groups["day"].Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly due
                )
                    ? due
                    : null,
                issue.Assignees.Count > 0 ? issue.Assignees[0]
                    : OwnerLine().Match(issue.Body) is { Success: true } named ? named.Groups["owner"].Value
                    : null,
                IsDone: !issue.IsOpen
            )
            : null;

    /// <summary>Whether it is open and its day is over, in UTC.</summary>
    public bool IsOverdue(DateTimeOffset now) => !IsDone && Due is { } due && DebtIssue.IsOverdue(due, now);

    /// <summary>Whether it can be assigned: an App writes as <c>name[bot]</c>.</summary>
    internal static bool IsPerson(string login) => login.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    // The first lines of the text, in front of all that people wrote: the first of such lines is the one that counts.
    private static string Head(PostMortemRecord record)
    {
        string due = record.Due is { } day ? string.Create(CultureInfo.InvariantCulture, $"Due: {day:yyyy-MM-dd}\n") : "";
        string owner = record.Owner is { } name ? $"Owner: {MarkdownText.Code(PlainText.OneLine(name, MaxTitle))}\n" : "";
        return due + owner + (due.Length + owner.Length > 0 ? "\n" : "");
    }

    [GeneratedRegex(@"^<!-- hotfix:post-mortem/(?<tag>[0-9a-z@_+/.-]{1,100}) -->\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"^[ \t*_>-]{0,20}due[ \t*_]{0,20}:[ \t*_`]{0,20}(?<day>\d{4}-\d{2}-\d{2})(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase
    )]
    private static partial Regex DueLine();

    [GeneratedRegex(
        @"^[ \t*_>-]{0,20}owner[ \t*_]{0,20}:[ \t*_`@]{0,20}(?<owner>[A-Za-z0-9_-]{1,100}(\[bot\])?)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase
    )]
    private static partial Regex OwnerLine();
}
