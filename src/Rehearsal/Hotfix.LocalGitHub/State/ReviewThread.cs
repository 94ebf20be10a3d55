namespace Hotfix.LocalGitHub.State;

/// <summary>A conversation on code, open until resolved.</summary>
internal sealed class ReviewThread(long id, string path, Comment comment)
{
    public long Id { get; } = id;

    public string Path { get; } = path;

    public Comment Comment { get; } = comment;

    public bool Resolved { get; set; }
}
