namespace Hotfix.Core.Snapshots;

/// <summary>A workflow that GitHub knows from the default branch.</summary>
/// <param name="Id">GitHub's number.</param>
/// <param name="Name">As the file names it.</param>
/// <param name="Path"><c>.github/workflows/release.yml</c>.</param>
/// <param name="IsActive">Whether it may run: nobody disabled it, by hand or by letting the repository sleep.</param>
internal sealed record WorkflowFile(long Id, string Name, string Path, bool IsActive)
{
    /// <summary><c>release.yml</c>.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];
}
