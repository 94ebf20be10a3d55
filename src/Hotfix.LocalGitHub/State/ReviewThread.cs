namespace Hotfix.LocalGitHub.State;

/// <summary>A conversation on code, open until resolved.</summary>
internal sealed class ReviewThread(long id, Comment comment)
{
    public long Id { get; } = id;

    public Comment Comment { get; } = comment;

    public bool Resolved { get; set; }
}
