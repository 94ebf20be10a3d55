using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Lanes;

/// <summary>
/// The issue that stands for a debt, written and read again. Only its mark names the debt: what people change in the text may lose an owner or a date,
/// and never decides whether the fix has arrived, which git answers.
/// </summary>
internal static partial class DebtIssue
{
    private const int MostNumber = 9;

    /// <summary>The issue to open.</summary>
    /// <param name="debt">What was run up.</param>
    /// <param name="baseBranch">Where the fix has to arrive.</param>
    public static NewIssue Compose(Debt debt, BranchName baseBranch) =>
        new(
            debt.Marker,
            Title: $"Carry the fix of {debt.Tag} over to {baseBranch}",
            Body: Body(debt, baseBranch),
            Labels: [Debt.Label],
            Assignees: debt.Owner is { } owner && IsPerson(owner) ? [owner] : []
        );

    /// <summary>The debt that an issue stands for; <c>null</c> when it is not ours, its mark is gone, or names no release.</summary>
    public static Debt? Read(Issue issue)
    {
        if (!issue.IsOurs || Mark().Match(issue.Body) is not { Success: true } mark || ReleaseTag.TryParse(mark.Groups["tag"].Value) is not { } tag)
            return null;

        Dictionary<string, string> lines = Lines(issue.Body);
        return new Debt(tag)
        {
            Released = Sha(lines, "released"),
            Before = Sha(lines, "before"),
            SupportBranch = Branch(lines, "support-branch"),
            HotfixBranch = Branch(lines, "hotfix-branch"),
            PullRequest = Number(lines, "pull-request"),
            Owner = issue.Assignees.Count > 0 ? issue.Assignees[0] : lines.GetValueOrDefault("owner"),
            Due = DateOnly.TryParseExact(lines.GetValueOrDefault("due"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly due)
                ? due
                : null,
        };
    }

    /// <summary>Who owes it and until when, for a message: <c>ada, until 2026-01-05, overdue</c>.</summary>
    public static string Terms(Issue issue, DateTimeOffset now)
    {
        Debt? debt = Read(issue);
        string owner = issue.Assignees.Count > 0 ? string.Join(", ", issue.Assignees) : debt?.Owner ?? issue.Author;
        return debt?.Due is not { } due
            ? owner
            : string.Create(CultureInfo.InvariantCulture, $"{owner}, until {due:yyyy-MM-dd}{(IsOverdue(due, now) ? ", overdue" : "")}");
    }

    /// <summary>Whether the day is over, in UTC.</summary>
    public static bool IsOverdue(DateOnly due, DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime) > due;

    private static string Body(Debt debt, BranchName baseBranch)
    {
        string pullRequest = debt.PullRequest is { } number ? $"#{number}" : "none";
        string due = debt.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "not set";
        return OwnCommand.ForAll(
            $"""
            Production has this fix and {baseBranch} has not: the next release from {baseBranch} would take it out again. Until it has arrived, other releases are refused.

            | | |
            |---|---|
            | release | {debt.Tag} ({debt.Released?.Value ?? "its tag"}) |
            | support branch | {MarkdownText.Code(debt.SupportBranch?.Value ?? "unknown")} |
            | pull request | {pullRequest} |
            | owner | {MarkdownText.Code(debt.Owner ?? "nobody yet")} |
            | due | {due} |

            `./build.sh ForwardPort` opens the pull request for it, and closes this issue once {baseBranch} provably has the fix.
            If {baseBranch} no longer has that code: `./build.sh ForwardPort --not-needed "reason"`.

            <!-- hotfix:debt
            {string.Join('\n', Machine(debt))}
            -->
            """.ReplaceLineEndings("\n")
        );
    }

    private static IEnumerable<string> Machine(Debt debt)
    {
        (string Name, string? Value)[] lines =
        [
            ("tag", debt.Tag.Name),
            ("released", debt.Released?.Value),
            ("before", debt.Before?.Value),
            ("support-branch", debt.SupportBranch?.Value),
            ("hotfix-branch", debt.HotfixBranch?.Value),
            ("pull-request", debt.PullRequest?.ToString(CultureInfo.InvariantCulture)),
            ("owner", debt.Owner),
            ("due", debt.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];

        // A branch name may hold the end of a comment; it is found in the pull request, too.
        return lines
            .Where(line => line.Value is { Length: > 0 } value && !value.Contains("--", StringComparison.Ordinal))
            .Select(line => $"{line.Name}: {line.Value}");
    }

    private static Dictionary<string, string> Lines(string body)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in Block().Match(body.ReplaceLineEndings("\n")).Groups["lines"].Value.Split('\n'))
        {
            if (line.Split(": ", 2) is [var name, var value])
                lines.TryAdd(name.Trim(), value.Trim());
        }

        return lines;
    }

    private static CommitSha? Sha(Dictionary<string, string> lines, string name) =>
        lines.TryGetValue(name, out string? text) && CommitSha.TryParse(text, out CommitSha sha) ? sha : null;

    private static BranchName? Branch(Dictionary<string, string> lines, string name) =>
        BranchName.TryParse(lines.GetValueOrDefault(name), out BranchName? branch) ? branch : null;

    private static int? Number(Dictionary<string, string> lines, string name) =>
        lines.GetValueOrDefault(name) is { Length: <= MostNumber } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    // An App writes as name[bot], which cannot be assigned.
    private static bool IsPerson(string login) => login.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    [GeneratedRegex(@"^<!-- hotfix:forward-port/(?<tag>[0-9a-z@_+/.-]{1,100}) -->\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex(@"<!-- hotfix:debt\n(?<lines>.*?)-->", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Block();
}
