using System.Globalization;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.PostMortems;

/// <summary>An open post-mortem whose day is over.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Record">What it says.</param>
internal sealed record OverduePostMortem(Issue Issue, PostMortemRecord Record)
{
    /// <summary>Those among these issues, the longest overdue first.</summary>
    public static IReadOnlyList<OverduePostMortem> Among(IEnumerable<Issue> issues, DateTimeOffset now) =>
        [
            .. issues
                .Select(issue => PostMortemRecord.Read(issue) is { } record && record.IsOverdue(now) ? new OverduePostMortem(issue, record) : null)
                .OfType<OverduePostMortem>()
                .OrderBy(overdue => overdue.Record.Due)
                .ThenBy(overdue => overdue.Issue.Number),
        ];

    /// <summary><c>#17 'Post-mortem: v1.4.3: null ref' was due 2026-01-12 (ada)</c>.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"#{Issue.Number} '{Issue.Title}' was due {Record.Due:yyyy-MM-dd} ({Record.Owner ?? "nobody is assigned"})"
        );
}
