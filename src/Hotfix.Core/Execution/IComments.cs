using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Execution;

/// <summary>Comments of issues and pull requests.</summary>
public interface IComments
{
    /// <summary>The oldest comment of ours that begins with the marker; <c>null</c> when there is none. Who else wrote one is asked for and said. REST: <c>GET …/issues/{number}/comments</c>.</summary>
    Task<IssueComment?> FindAsync(int number, Marker marker, CancellationToken cancellationToken);

    /// <summary>Writes the one comment that has this marker: makes it, changes it in place, or leaves it when it says the same. REST: <c>POST …/comments</c>, <c>PATCH …/issues/comments/{id}</c>.</summary>
    Task<IssueComment> PutAsync(int number, Marker marker, string body, CancellationToken cancellationToken);

    /// <summary>Writes the first comment that has this marker, where there is known to be none; of two that were written at once the older stays, and is returned. REST: <c>POST …/comments</c>, <c>DELETE …/issues/comments/{id}</c>.</summary>
    Task<IssueComment> CreateAsync(int number, Marker marker, string body, CancellationToken cancellationToken);

    /// <summary>Changes a comment in place. REST: <c>PATCH …/issues/comments/{id}</c>.</summary>
    Task<IssueComment> ChangeAsync(IssueComment comment, string body, CancellationToken cancellationToken);
}
