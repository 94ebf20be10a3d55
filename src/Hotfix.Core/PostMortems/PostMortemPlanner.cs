using System.Globalization;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.PostMortems;

/// <summary>Decides what becomes of the post-mortem of a hotfix. One that is there is people's: it is never changed, and never opened again.</summary>
internal static class PostMortemPlanner
{
    /// <summary>Whether there is one already, before anything is looked up; <c>null</c> when there is none.</summary>
    public static PlanResult? Present(ReleaseTag tag, Issue? issue) =>
        issue is null ? null : PlanResult.Done($"#{issue.Number} is the post-mortem of {tag}, {(issue.IsOpen ? "open" : "closed")}{Due(issue)}: {issue.Url}");

    /// <summary>Whether the file is there already; <c>null</c> when it is not.</summary>
    /// <param name="tag">The release.</param>
    /// <param name="path">The file, for people.</param>
    /// <param name="content">What it has; <c>null</c> when it does not exist.</param>
    public static PlanResult? Present(ReleaseTag tag, string path, string? content) =>
        content is null ? null
        : PostMortemRecord.MarkerOf(tag).IsAtFrontOf(content) ? PlanResult.Done($"{path} is the post-mortem of {tag}")
        : PlanResult.Refuse(PostMortemRefusals.FileTaken(tag, path));

    /// <summary>What to write, and where.</summary>
    /// <param name="facts">All that is known.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="template">How it is put.</param>
    /// <param name="now">From which the due date counts: a release of last year gets its days, too.</param>
    public static PlanResult Plan(PostMortemFacts facts, PostMortemRequest request, PostMortemTemplate template, DateTimeOffset now)
    {
        ReleasedHotfix hotfix = facts.Hotfix;
        var record = new PostMortemRecord(
            hotfix.Tag.Name,
            DateOnly.FromDateTime((now + request.DueIn).UtcDateTime),
            request.Owner ?? Owner(facts),
            IsDone: false
        );
        NewIssue issue = PostMortemRecord.Compose(record, facts.Description, PostMortemText.Compose(facts, template));
        return PlanResult.Do([
            request.File is { } path
                ? new PlanStep.WritePostMortem(path, $"{issue.Marker.Text}\n# {MarkdownText.Escape(issue.Title)}\n\n{issue.Body.TrimEnd('\n')}\n")
                : new PlanStep.OpenPostMortem(hotfix.Tag, issue, record.Due!.Value),
        ]);
    }

    // Who wrote it knows most; an App wrote nothing, and then whoever let it through does.
    private static string? Owner(PostMortemFacts facts) =>
        facts.Approvers.Prepend(facts.Hotfix.PullRequest.Author).FirstOrDefault(login => login.Length > 0 && PostMortemRecord.IsPerson(login))
        ?? (facts.Hotfix.PullRequest.Author is { Length: > 0 } app ? app : null);

    private static string Due(Issue issue) =>
        issue.IsOpen && PostMortemRecord.Read(issue)?.Due is { } due ? string.Create(CultureInfo.InvariantCulture, $", due {due:yyyy-MM-dd}") : "";
}
