using System.Net;
using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Issues;

/// <summary>Issues by label and marker. GitHub's search is not asked: it learns of an issue only minutes later.</summary>
internal sealed class IssueCalls
{
    private readonly GitHubApi _api;

    /// <summary>The connection stays the caller's.</summary>
    public IssueCalls(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
    }

    /// <summary>Issues with this label, newest first. REST: <c>GET …/issues?labels=</c>; pull requests are left out.</summary>
    /// <param name="label">Its name.</param>
    /// <param name="includeClosed">Whether closed ones count, too.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<Issue>> ListAsync(string label, bool includeClosed, CancellationToken cancellationToken)
    {
        string filter = $"labels={Uri.EscapeDataString(label)}&state={(includeClosed ? "all" : "open")}&sort=created&direction=desc&per_page=100";
        var call = new Call($"list the issues labelled {label}", _api.InRepository($"issues?{filter}"));
        try
        {
            var issues = new List<Issue>();
            foreach (IssueAnswer answer in (await _api.ListAsync<IssueAnswer>(call, cancellationToken)).Where(answer => answer.IsIssue()))
                issues.Add(await JudgedAsync(answer.ToIssue(), cancellationToken));

            return issues;
        }
        catch (HotfixException e) when (AreOff(e))
        {
            return [];
        }
    }

    /// <summary>REST: <c>GET …/issues/{number}</c>; <c>null</c> when there is none, or it is a pull request.</summary>
    public async Task<Issue?> FindAsync(int number, CancellationToken cancellationToken)
    {
        IssueAnswer? answer = await _api.FindAsync<IssueAnswer>(new Call($"read issue #{number}", _api.InRepository($"issues/{number}")), cancellationToken);
        return answer is not null && answer.IsIssue() ? await JudgedAsync(answer.ToIssue(), cancellationToken) : null;
    }

    /// <summary>The newest issue with this label and marker, open or not; <c>null</c> when there is none.</summary>
    public async Task<Issue?> FindAsync(Marker marker, string label, CancellationToken cancellationToken) =>
        (await ListAsync(label, includeClosed: true, cancellationToken)).FirstOrDefault(issue => issue.IsOurs && marker.IsLineOf(issue.Body));

    /// <summary>Opens it, or returns the open one with the same marker. REST: <c>POST …/issues</c>.</summary>
    public async Task<Issue> CreateAsync(NewIssue issue, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(issue, cancellationToken) is { } present)
            return present;

        var call = new Call($"open the issue '{issue.Title}'", _api.InRepository("issues"), IsWrite: true);
        var body = new NewIssueBody(issue.Title, issue.Marker.On(issue.Body), issue.Labels, issue.Assignees);
        (Issue opened, bool wasFound) = await LostAnswer.SettleAsync(
            _api.Connection,
            async () => new Settled<Issue>(await OpenAsync(call, body, cancellationToken), WasFound: false),
            () => FindOpenAsync(issue, cancellationToken),
            cancellationToken
        );
        if (!wasFound)
            _api.Connection.Authors.Made(opened.Author);

        return opened with
        {
            IsOurs = true,
        };
    }

    /// <summary>Changes it; does nothing when it is so already. REST: <c>PATCH …/issues/{number}</c>.</summary>
    public async Task<Issue> UpdateAsync(int number, IssueChange change, CancellationToken cancellationToken)
    {
        var call = new Call($"change issue #{number}", _api.InRepository($"issues/{number}"), IsWrite: true);
        Issue present = (await _api.GetAsync<IssueAnswer>(call with { IsWrite = false }, cancellationToken)).ToIssue();
        if (IsSo(present, change))
            return present;

        string? state = change.IsOpen switch
        {
            null => null,
            true => "open",
            false => "closed",
        };
        string? reason = change.IsOpen is false
            ? change.WasDone
                ? "completed"
                : "not_planned"
            : null;
        var body = new IssueBody(change.Title, change.Body, state, reason, change.Labels);
        return (
            await LostAnswer.RepeatAsync(_api.Connection, () => _api.PatchAsync<IssueAnswer>(call, body, cancellationToken), cancellationToken)
        ).Value.ToIssue();
    }

    /// <summary>410: the repository's issues are switched off.</summary>
    private static bool AreOff(HotfixException error) => error.InnerException is Octokit.ApiException { StatusCode: HttpStatusCode.Gone };

    // Without a mark nothing depends on who wrote it.
    private async Task<Issue> JudgedAsync(Issue issue, CancellationToken cancellationToken) =>
        Marker.IsAnyIn(issue.Body) ? issue with { IsOurs = await _api.Connection.Authors.AreOursAsync(issue.Author, issue.Url, cancellationToken) } : issue;

    private async Task<Issue> OpenAsync(Call call, NewIssueBody body, CancellationToken cancellationToken)
    {
        try
        {
            return (await _api.PostAsync<IssueAnswer>(call, body, cancellationToken)).ToIssue();
        }
        catch (HotfixException e) when (AreOff(e))
        {
            throw DeployErrors.NoIssues(body.Title, e);
        }
        catch (HotfixException e) when (body.Assignees.Count > 0 && e.InnerException is Octokit.ApiValidationException)
        {
            // 422: one of them has left, or is nobody; the issue is worth more than its assignee.
            return (await _api.PostAsync<IssueAnswer>(call, body with { Assignees = [] }, cancellationToken)).ToIssue();
        }
    }

    // GitHub's web page sends CR LF
    private static bool IsSo(Issue issue, IssueChange change) =>
        (change.Title is null || change.Title == issue.Title)
        && (change.Body is null || change.Body.ReplaceLineEndings("\n") == issue.Body.ReplaceLineEndings("\n"))
        && (change.IsOpen is null || change.IsOpen == issue.IsOpen)
        && (change.Labels is null || change.Labels.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(issue.Labels));

    private async Task<Issue?> FindOpenAsync(NewIssue issue, CancellationToken cancellationToken) =>
        (await ListAsync(issue.Labels[0], includeClosed: false, cancellationToken)).FirstOrDefault(found => found.IsOurs && issue.Marker.IsLineOf(found.Body));
}
