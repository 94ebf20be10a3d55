using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Issues;

/// <summary>
/// Comments of issues and pull requests; one of ours for each marker, changed in place. What others wrote under our marks is neither read nor
/// touched.
/// </summary>
internal sealed class Comments
{
    /// <summary>GitHub takes 65,536 characters.</summary>
    private const int Longest = 65_000;
    private const string Cut = "\n\n(The rest was left out: it is longer than GitHub takes.)";
    private readonly GitHubApi _api;

    /// <summary>The connection stays the caller's.</summary>
    public Comments(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
    }

    /// <summary>REST: <c>POST …/issues/{number}/comments</c>, or <c>PATCH …/issues/comments/{id}</c> of the one with the same mark.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.WriteComment step, CancellationToken cancellationToken) =>
        new(step, (await PutAsync(step.Number, step.Comment.Marker, step.Comment.Body, cancellationToken)).Url);

    /// <summary>
    /// The oldest comment of ours that begins with the marker; <c>null</c> when there is none. Who else wrote one is asked for and said. REST: <c>GET
    /// …/issues/{number}/comments</c>.
    /// </summary>
    public async Task<IssueComment?> FindAsync(int number, Marker marker, CancellationToken cancellationToken)
    {
        var call = new Call($"list the comments of #{number}", _api.InRepository($"issues/{number}/comments?per_page=100"));
        IReadOnlyList<CommentAnswer> answers = await _api.ListAsync<CommentAnswer>(call, cancellationToken);
        foreach (
            IssueComment comment in answers.OrderBy(answer => answer.Id).Select(answer => answer.ToComment()).Where(comment => marker.IsAtFrontOf(comment.Body))
        )
        {
            if (await _api.Connection.Authors.AreOursAsync(comment.Author, comment.Url, cancellationToken))
                return comment;
        }

        return null;
    }

    /// <summary>
    /// Writes the one comment that has this marker: makes it, changes it in place, or leaves it when it says the same. REST: <c>POST …/comments</c>,
    /// <c>PATCH …/issues/comments/{id}</c>.
    /// </summary>
    public async Task<IssueComment> PutAsync(int number, Marker marker, string body, CancellationToken cancellationToken)
    {
        string wanted = Fitting(marker.On(body));
        IssueComment? present = await FindAsync(number, marker, cancellationToken);
        present ??= await CreateAsync(number, marker, body, cancellationToken);
        return present.Body.ReplaceLineEndings("\n") == wanted.ReplaceLineEndings("\n") ? present : await ChangeAsync(present, wanted, cancellationToken);
    }

    /// <summary>
    /// Writes the first comment that has this marker, where there is known to be none; of two that were written at once the older stays, and is
    /// returned. REST: <c>POST …/comments</c>, <c>DELETE …/issues/comments/{id}</c>.
    /// </summary>
    public async Task<IssueComment> CreateAsync(int number, Marker marker, string body, CancellationToken cancellationToken)
    {
        var call = new Call($"comment on #{number}", _api.InRepository($"issues/{number}/comments"), IsWrite: true);
        (IssueComment created, bool wasFound) = await LostAnswer.SettleAsync(
            _api.Connection,
            async () =>
                new Settled<IssueComment>(
                    (await _api.PostAsync<CommentAnswer>(call, new CommentBody(Fitting(marker.On(body))), cancellationToken)).ToComment(),
                    WasFound: false
                ),
            () => FindAsync(number, marker, cancellationToken),
            cancellationToken
        );
        if (!wasFound)
            _api.Connection.Authors.Made(created.Author);

        IssueComment? oldest = await FindAsync(number, marker, cancellationToken);
        if (oldest is null || oldest.Id >= created.Id)
            return created;

        var undo = new Call($"take back a second comment on #{number}", _api.InRepository($"issues/comments/{created.Id}"), IsWrite: true);
        await _api.DeleteAsync(undo, cancellationToken);
        return oldest;
    }

    /// <summary>Changes a comment in place. REST: <c>PATCH …/issues/comments/{id}</c>.</summary>
    public async Task<IssueComment> ChangeAsync(IssueComment comment, string body, CancellationToken cancellationToken)
    {
        var call = new Call($"change the comment {comment.Url}", _api.InRepository($"issues/comments/{comment.Id}"), IsWrite: true);
        return (
            await LostAnswer.RepeatAsync(
                _api.Connection,
                () => _api.PatchAsync<CommentAnswer>(call, new CommentBody(Fitting(body)), cancellationToken),
                cancellationToken
            )
        ).Value.ToComment();
    }

    private static string Fitting(string text) =>
        text.Length <= Longest + Cut.Length ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + Cut;
}
