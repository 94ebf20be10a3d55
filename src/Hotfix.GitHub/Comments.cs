using Hotfix.Core.Execution;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Answers;
using Hotfix.GitHub.Json;
using Hotfix.GitHub.Mapping;

namespace Hotfix.GitHub;

/// <summary>Comments of issues and pull requests; one of each marker, changed in place.</summary>
public sealed class Comments : IComments
{
    private readonly GitHubApi _api;

    /// <summary>The connection stays the caller's.</summary>
    public Comments(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IssueComment>> ListAsync(int number, CancellationToken cancellationToken)
    {
        var call = new Call($"list the comments of #{number}", _api.InRepository($"issues/{number}/comments?per_page=100"));
        return [.. (await _api.ListAsync<CommentAnswer>(call, cancellationToken)).OrderBy(answer => answer.Id).Select(answer => answer.ToComment())];
    }

    /// <inheritdoc/>
    public async Task<IssueComment?> FindAsync(int number, Marker marker, CancellationToken cancellationToken) =>
        (await ListAsync(number, cancellationToken)).FirstOrDefault(comment => marker.IsIn(comment.Body));

    /// <inheritdoc/>
    public async Task<IssueComment> PutAsync(int number, Marker marker, string body, CancellationToken cancellationToken)
    {
        string wanted = marker.On(body);
        IssueComment? present = await FindAsync(number, marker, cancellationToken);
        if (present is null)
            return await CreateAsync(number, marker, wanted, cancellationToken);

        if (present.Body.ReplaceLineEndings("\n") == wanted.ReplaceLineEndings("\n"))
            return present;

        var call = new Call($"change a comment of #{number}", _api.InRepository($"issues/comments/{present.Id}"), IsWrite: true);
        return (await LostAnswer.RepeatAsync(_api.Connection, () => _api.PatchAsync<CommentAnswer>(call, new CommentBody(wanted), cancellationToken), cancellationToken)).Value.ToComment();
    }

    private async Task<IssueComment> CreateAsync(int number, Marker marker, string body, CancellationToken cancellationToken)
    {
        var call = new Call($"comment on #{number}", _api.InRepository($"issues/{number}/comments"), IsWrite: true);
        return (await LostAnswer.SettleAsync(
            _api.Connection,
            async () => new Settled<IssueComment>((await _api.PostAsync<CommentAnswer>(call, new CommentBody(body), cancellationToken)).ToComment(), WasFound: false),
            () => FindAsync(number, marker, cancellationToken),
            cancellationToken)).Value;
    }
}
