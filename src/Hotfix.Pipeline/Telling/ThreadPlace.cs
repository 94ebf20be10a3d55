using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub.Issues;

namespace Hotfix.Pipeline.Telling;

/// <summary>The page that has the thread, and its comment once that is known.</summary>
internal sealed class ThreadPlace(Comments comments, int number, bool isNew)
{
    private bool _wasRead = isNew;

    public int Number => number;

    /// <summary>As it was read or written last; <c>null</c> while there is none.</summary>
    public IssueComment? Comment { get; private set; }

    /// <summary>Looks for the comment, once.</summary>
    public async Task<IssueComment?> ReadAsync(Marker marker, CancellationToken cancellationToken)
    {
        if (!_wasRead)
            Comment = await comments.FindAsync(number, marker, cancellationToken);

        _wasRead = true;
        return Comment;
    }

    /// <summary>
    /// Whether the comment now says exactly this; <c>false</c> when somebody else wrote one at the same time, which is <see cref="Comment"/> then.
    /// </summary>
    public async Task<bool> WriteAsync(MarkedComment wanted, CancellationToken cancellationToken)
    {
        string body = wanted.Marker.On(wanted.Body);
        if (Comment is null)
            Comment = await comments.CreateAsync(number, wanted.Marker, wanted.Body, cancellationToken);
        else if (!IsSame(Comment.Body, body))
            Comment = await comments.ChangeAsync(Comment, body, cancellationToken);

        return IsSame(Comment.Body, body);
    }

    // GitHub may keep other ends of lines than it was sent.
    private static bool IsSame(string one, string other) => one.ReplaceLineEndings("\n") == other.ReplaceLineEndings("\n");
}
