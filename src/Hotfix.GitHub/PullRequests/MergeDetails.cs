using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Json;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Reads what only GraphQL tells, and keeps it while REST, which is asked conditionally, sees no change.</summary>
internal sealed class MergeDetails(GitHubApi api)
{
    private readonly GraphApi _graph = new(api);
    private readonly ConcurrentDictionary<int, Kept> _kept = new();

    /// <summary>
    /// Conversations, awaited code owners and the merge queue. GraphQL: every request counts against its limit, so the answer is kept until the pull request
    /// itself has changed (state, head, <c>mergeable_state</c>, <c>updated_at</c>), and is asked for anew at once with <paramref name="isRefresh"/>: right
    /// after a change
    /// of ours, and now and then while it is in a queue, whose positions REST does not show.
    /// </summary>
    public async Task<MergeDetail> ReadAsync(PullRequest pullRequest, bool isRefresh, CancellationToken cancellationToken)
    {
        string state = $"{pullRequest.State} {pullRequest.HeadSha} {pullRequest.MergeableState} {pullRequest.IsDraft} {pullRequest.UpdatedAt:O}";
        if (!isRefresh && _kept.TryGetValue(pullRequest.Number, out Kept? kept) && kept.State == state)
            return kept.Detail;

        MergeDetail detail = await AskAsync(pullRequest.Number, cancellationToken);
        _kept[pullRequest.Number] = new Kept(state, detail);
        return detail;
    }

    /// <summary>Always asks.</summary>
    public async Task<MergeDetail> AskAsync(int number, CancellationToken cancellationToken)
    {
        var variables = new JsonObject
        {
            ["owner"] = api.Owner,
            ["name"] = api.Name,
            ["number"] = number,
        };
        var call = new GraphCall($"read what #{number} waits for", GraphDocuments.MergeDetail, variables);
        MergeDetailData data = await _graph.AskAsync(
            call,
            GraphJson.Default.GraphAnswerMergeDetailData,
            answer => answer.Repository?.PullRequest is not null,
            cancellationToken
        );
        return data.Repository?.PullRequest?.ToDetail() ?? throw GitHubFailure.Unreadable(call.AsCall(), "The answer has no such pull request.");
    }

    private sealed record Kept(string State, MergeDetail Detail);
}
