using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.PullRequests;

/// <summary>The part of the pull request's text that this software writes and reads again: what, why, size, test evidence, next steps.</summary>
internal sealed partial class PullRequestReport
{
    private const string Begin = "<!-- hotfix:report -->";
    private const string End = "<!-- /hotfix:report -->";
    private const string IncidentWord = "Incident: ";

    /// <summary>GitHub takes no more characters; people's own words need room in them too.</summary>
    private const int MaxBody = 65_536;
    private const int MaxDescription = 4_000;
    private const int MaxPath = 300;
    private const int MaxShownExcesses = 20;
    private const int MaxShownReasons = 30;

    private readonly HotfixRequest _request;
    private readonly Snapshot _snapshot;
    private readonly SizeReport _size;
    private readonly TestEvidence _evidence;

    internal PullRequestReport(HotfixRequest request, Snapshot snapshot, SizeReport size, TestEvidence evidence)
    {
        _request = request;
        _snapshot = snapshot;
        _size = size;
        _evidence = evidence;
    }

    /// <summary>One line, at most 120 characters.</summary>
    public string Title
    {
        get
        {
            string words = _request.Description is { } description
                ? string.Join(' ', description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                : Slug.ToWords(_snapshot.Hotfix!.Name);
            return Pattern(_request, _snapshot).Fill(string.Concat(words.Where(c => !char.IsControl(c) && !IsDirection(c))));
        }
    }

    /// <summary>How pull requests are titled here: as was said, as the repository tells, or as this tool does.</summary>
    internal static TitlePattern Pattern(HotfixRequest request, Snapshot snapshot) => request.Conventions.Title ?? snapshot.FoundTitle ?? TitlePattern.Own;

    /// <summary>The whole text of a new pull request: the report, then the repository's own template for people to fill in, where GitHub takes both.</summary>
    public string Body
    {
        get
        {
            string report = Compose();
            string both = $"{report}\n\n{_snapshot.Template?.Trim()}\n";
            return _snapshot.Template is not null && both.Length <= MaxBody ? both
                : report.Length <= MaxBody ? report
                : Brief();
        }
    }

    /// <summary>
    /// The text with this report in place of an older one; words outside it stay as people wrote them, and what this run was not told
    /// (description, incident) stays as an earlier run was told it.
    /// </summary>
    public string Into(string body)
    {
        if (Find(body) is not { } range)
        {
            string before = body.Length == 0 ? "" : body.TrimEnd() + "\n\n";
            return Fitting(body, before + Compose(), before + Brief());
        }

        string old = body[range].ReplaceLineEndings("\n");
        string composed = Compose(
            _request.Description is null ? Kept(old, WhatPattern()) : null,
            _request.Incident is null ? Kept(old, WhyPattern()) : null,
            _snapshot.LaneSituation is null ? Kept(old, LanePattern()) : null
        );
        return composed == old ? body : Fitting(body, body[..range.Start] + composed + body[range.End..], body[..range.Start] + Brief() + body[range.End..]);
    }

    // People's own words are theirs: where they leave too little room, less is said, and nothing when there is none at all.
    private static string Fitting(string body, string whole, string brief) =>
        whole.Length <= MaxBody ? whole
        : brief.Length <= MaxBody ? brief
        : body;

    // What is read again.
    private string Brief() => $"{Begin}\n{Tests()}\n\nThe rest of this report was left out: GitHub takes {MaxBody} characters.\n{Reason()}{End}";

    /// <summary>
    /// The test evidence in a pull request's text; <c>null</c> when there is none, or none that can be read. Only the report counts, not what people wrote
    /// around it.
    /// </summary>
    public static TestEvidence? ReadEvidence(string? body)
    {
        Match match = EvidencePattern().Match(Report(body));
        if (match.Groups["uncounted"].Success && CommitSha.TryParse(match.Groups["commit"].Value, out CommitSha tested) && Number(match, "seconds") is { } took)
            return new TestEvidence(tested, 0, 0, 0, TimeSpan.FromSeconds(took)) { IsCounted = false };

        return
            match.Success
            && CommitSha.TryParse(match.Groups["commit"].Value, out CommitSha commit)
            && Number(match, "passed") is { } passed
            && Number(match, "failed") is { } failed
            && Number(match, "skipped") is { } skipped
            && Number(match, "seconds") is { } seconds
            ? new TestEvidence(commit, passed, failed, skipped, TimeSpan.FromSeconds(seconds))
            : null;
    }

    /// <summary>The reason for going over the budget that an earlier run wrote down; <c>null</c> when there is none, or none that can be read.</summary>
    public static string? ReadReason(string? body)
    {
        string text = ReasonPattern().Match(Report(body)).Groups["text"].Value;
        byte[] bytes = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out int length) && length > 0 ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    /// <summary>The incident that a pull request's text names, as an address or <c>#17</c>; <c>null</c> when it names none.</summary>
    public static string? ReadIncident(string? body)
    {
        string why = WhyPattern().Match(Report(body)).Groups["text"].Value;
        return why.StartsWith(IncidentWord, StringComparison.Ordinal) && !why.Contains('\n', StringComparison.Ordinal) ? why[IncidentWord.Length..] : null;
    }

    private static string Report(string? body) => body is not null && Find(body) is { } range ? body[range] : "";

    // The first end that has a beginning before it, and the nearest one: marks that people copied half stay theirs.
    private static Range? Find(string body)
    {
        int begin = -1;
        int end = body.IndexOf(End, StringComparison.Ordinal);
        while (end >= 0 && (begin = body[..end].LastIndexOf(Begin, StringComparison.Ordinal)) < 0)
            end = body.IndexOf(End, end + End.Length, StringComparison.Ordinal);

        return end < 0 ? null : begin..(end + End.Length);
    }

    private static string? Kept(string report, Regex section) => section.Match(report) is { Success: true } match ? match.Groups["text"].Value : null;

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private string Compose(string? what = null, string? why = null, string? lane = null)
    {
        var text = new StringBuilder();
        text.Append(Begin).Append('\n');
        Section(text, "What", $"<!-- hotfix:what -->\n{what ?? What()}\n<!-- /hotfix:what -->");
        Section(text, "Why", $"<!-- hotfix:why -->\n{why ?? Why()}\n<!-- /hotfix:why -->");
        Section(text, "Lane", $"<!-- hotfix:lane -->\n{lane ?? WayIntoProduction()}\n<!-- /hotfix:lane -->");
        Section(text, "Size", Size());
        Section(text, "Tests", Tests());
        Section(text, "Next", NextSteps());
        return text.Append(End).ToString();
    }

    private static void Section(StringBuilder text, string title, string content) =>
        text.Append("### ").Append(title).Append("\n\n").Append(content).Append("\n\n");

    private string What() => MarkdownText.Block(Inert(Excerpt(_request.Description ?? Slug.ToWords(_snapshot.Hotfix!.Name), MaxDescription)));

    private string Why() => _request.Incident is { } incident ? IncidentWord + incident : "An urgent fix for production; no incident was named.";

    private string WayIntoProduction()
    {
        string lane =
            _snapshot.Lane == Lane.Exceptional
                ? $"Exceptional: into `{_snapshot.BaseBranch}`, the line that production runs, and carried to the default branch afterwards."
                : $"Standard: into `{_snapshot.BaseBranch}`, and out with its next release{(_snapshot.OwesDefaultBranch ? $"; carried to `{_snapshot.Remote.DefaultBranch}` afterwards" : "")}.";
        return string.Join(
                '\n',
                (_snapshot.LaneSituation?.Lines ?? [])
                    .Take(MaxShownReasons)
                    .Select(line => $"- {MarkdownText.Escape(Inert(Excerpt(line, MaxPath)))}")
                    .Prepend(lane + "\n")
            )
            .TrimEnd();
    }

    private string Size()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_size.Files} files, {_size.Lines} lines outside tests and lock files ");
        text.Append(CultureInfo.InvariantCulture, $"(allowed: {_request.Budget.MaxFiles} files, {_request.Budget.MaxLines} lines). ");
        text.Append(
            _size.TestFiles.Count == 0
                ? "No test was added or changed."
                : $"Tests changed: {string.Join(", ", _size.TestFiles.Take(10).Select(path => MarkdownText.Code(Inert(Excerpt(path, MaxPath)))))}."
        );
        if (!_size.IsWithinBudget && (_request.OverBudgetReason ?? ReadReason(_snapshot.PullRequest?.Body)) is { } reason)
        {
            text.Append("\n\n**Over budget:** ")
                .AppendJoin("; ", _size.Excesses.Take(MaxShownExcesses).Select(excess => MarkdownText.Escape(Excerpt(excess, MaxPath))));
            text.Append(_size.Excesses.Count > MaxShownExcesses ? $"; and {_size.Excesses.Count - MaxShownExcesses} more" : "")
                .Append(".\n\nReason given:\n\n");
            text.Append(MarkdownText.Block(Inert(reason)));
            text.Append('\n').Append(Reason().TrimEnd('\n'));
        }

        return text.ToString();
    }

    private string Reason() =>
        !_size.IsWithinBudget && (_request.OverBudgetReason ?? ReadReason(_snapshot.PullRequest?.Body)) is { } reason
            ? $"<!-- hotfix:reason {Convert.ToBase64String(Encoding.UTF8.GetBytes(SecretMask.Mask(reason)))} -->\n"
            : "";

    private string Tests()
    {
        string seconds = Math.Max(0, _evidence.Duration.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        string counts = _evidence.IsCounted ? $"passed={_evidence.Passed} failed={_evidence.Failed} skipped={_evidence.Skipped}" : "uncounted";
        return $"{_evidence.Describe()} ({seconds} s), run by the hotfix tool before this was pushed.\n"
            + $"<!-- hotfix:evidence commit={_evidence.Commit} {counts} seconds={seconds} -->";
    }

    private string NextSteps() =>
        OwnCommand.ForAll(
            $"""
            1. Review and approve this pull request; its checks run now.
            2. `./build.sh Hotfix` on branch `{_snapshot.Hotfix!.Name}` waits for both, merges this very head, and releases it.

            Stop here, and nothing but this branch and this pull request has changed.
            """.ReplaceLineEndings("\n")
        );

    private static string Excerpt(string whole, int most)
    {
        string text = SecretMask.Mask(whole);
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }

    // The marks between which this software reads must be its own: an invisible space makes people's comments other text.
    private static string Inert(string text) => text.Replace("<!--", "<!\u200b--", StringComparison.Ordinal);

    // Marks that turn the writing direction would turn what follows the title, too.
    private static bool IsDirection(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(
        @"<!-- hotfix:evidence commit=(?<commit>[0-9a-f]+) (?:passed=(?<passed>\d+) failed=(?<failed>\d+) skipped=(?<skipped>\d+)|(?<uncounted>uncounted)) seconds=(?<seconds>\d+) -->",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex EvidencePattern();

    [GeneratedRegex(@"<!-- hotfix:reason (?<text>[A-Za-z0-9+/=]+) -->", RegexOptions.CultureInvariant)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"<!-- hotfix:what -->\n(?<text>.*?)\n<!-- /hotfix:what -->", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex WhatPattern();

    [GeneratedRegex(@"<!-- hotfix:lane -->\n(?<text>.*?)\n<!-- /hotfix:lane -->", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex LanePattern();

    [GeneratedRegex(@"<!-- hotfix:why -->\n(?<text>.*?)\n<!-- /hotfix:why -->", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex WhyPattern();
}
