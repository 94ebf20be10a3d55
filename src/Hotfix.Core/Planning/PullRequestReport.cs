using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Planning;

/// <summary>The part of the pull request's text that this software writes and reads again: what, why, size, test evidence, next steps.</summary>
public sealed partial class PullRequestReport
{
    private const string Begin = "<!-- hotfix:report -->";
    private const string End = "<!-- /hotfix:report -->";

    /// <summary>GitHub takes 65,536 characters; people's own words need room too.</summary>
    private const int MaxDescription = 4_000;

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
            return "Hotfix: " + (words.Length <= 110 ? words : words[..109] + "…");
        }
    }

    /// <summary>The whole text of a new pull request.</summary>
    public string Body => Compose();

    /// <summary>The text with this report in place of an older one; words outside it stay as people wrote them.</summary>
    public string Into(string body)
    {
        int begin = body.IndexOf(Begin, StringComparison.Ordinal);
        int end = begin < 0 ? -1 : body.IndexOf(End, begin, StringComparison.Ordinal);
        if (end < 0)
        {
            return body.Length == 0 ? Compose() : body.TrimEnd() + "\n\n" + Compose();
        }

        // The description of a run that was started without one is kept from the run that had it.
        string? description = _request.Description is null ? DescriptionPattern().Match(body) is { Success: true } match ? match.Value : null : null;
        string composed = description is null ? Compose() : DescriptionPattern().Replace(Compose(), _ => description, 1);
        return body[..begin] + composed + body[(end + End.Length)..];
    }

    /// <summary>The test evidence in a pull request's text; <c>null</c> when there is none, or none that can be read.</summary>
    public static TestEvidence? ReadEvidence(string? body)
    {
        Match match = body is null ? Match.Empty : EvidencePattern().Match(body);
        return match.Success
            && CommitSha.TryParse(match.Groups["commit"].Value, out CommitSha commit)
            && Number(match, "passed") is { } passed
            && Number(match, "failed") is { } failed
            && Number(match, "skipped") is { } skipped
            && Number(match, "seconds") is { } seconds
                ? new TestEvidence(commit, passed, failed, skipped, TimeSpan.FromSeconds(seconds))
                : null;
    }

    /// <summary>The reason for going over the budget that an earlier run wrote down; <c>null</c> when there is none.</summary>
    public static string? ReadReason(string? body)
    {
        Match match = body is null ? Match.Empty : ReasonPattern().Match(body);
        return match.Success ? Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["text"].Value)) : null;
    }

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private string Compose()
    {
        var text = new StringBuilder();
        text.Append(Begin).Append('\n');
        Section(text, "What", MarkdownText.Block(Excerpt(_request.Description ?? Slug.ToWords(_snapshot.Hotfix!.Name))));
        Section(text, "Why", _request.Incident is { } incident ? $"Incident: {incident}" : "An urgent fix for production; no incident was named.");
        Section(text, "Size", Size());
        Section(text, "Tests", Tests());
        Section(text, "Next", NextSteps());
        return text.Append(End).ToString();
    }

    private static void Section(StringBuilder text, string title, string content) =>
        text.Append("### ").Append(title).Append("\n\n").Append(content).Append("\n\n");

    private string Size()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_size.Files} files, {_size.Lines} lines outside tests and lock files ");
        text.Append(CultureInfo.InvariantCulture, $"(allowed: {_request.Budget.MaxFiles} files, {_request.Budget.MaxLines} lines). ");
        text.Append(_size.TestFiles.Count == 0
            ? "No test file changed."
            : $"Tests changed: {string.Join(", ", _size.TestFiles.Take(10).Select(MarkdownText.Code))}.");
        string? reason = _request.OverBudgetReason ?? ReadReason(_snapshot.PullRequest?.Body);
        if (!_size.IsWithinBudget && reason is not null)
        {
            text.Append("\n\n**Over budget:** ").AppendJoin("; ", _size.Excesses.Select(MarkdownText.Escape)).Append(".\n\nReason given:\n\n");
            text.Append(MarkdownText.Block(reason));
            text.Append("\n<!-- hotfix:reason ").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(reason))).Append(" -->");
        }

        return text.ToString();
    }

    private string Tests()
    {
        string seconds = _evidence.Duration.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return $"{_evidence.Describe()} ({seconds} s), run by the hotfix tool before this was pushed.\n"
            + $"<!-- hotfix:evidence commit={_evidence.Commit} passed={_evidence.Passed} failed={_evidence.Failed} skipped={_evidence.Skipped} seconds={seconds} -->";
    }

    private string NextSteps() => $"""
        1. Review and approve this pull request; its checks run now.
        2. `./build.sh Hotfix` on branch `{_snapshot.Hotfix!.Name}` waits for both, merges this very head, and releases it.

        Stop here, and nothing but this branch and this pull request has changed.
        """.ReplaceLineEndings("\n");

    private static string Excerpt(string text) => text.Length <= MaxDescription ? text : text[..MaxDescription] + "…";

    [GeneratedRegex(@"<!-- hotfix:evidence commit=(?<commit>[0-9a-f]+) passed=(?<passed>\d+) failed=(?<failed>\d+) skipped=(?<skipped>\d+) seconds=(?<seconds>\d+) -->", RegexOptions.CultureInvariant)]
    private static partial Regex EvidencePattern();

    [GeneratedRegex(@"<!-- hotfix:reason (?<text>[A-Za-z0-9+/=]+) -->", RegexOptions.CultureInvariant)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"### What\n\n.*?\n\n### Why", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DescriptionPattern();
}
