namespace Hotfix.Core.PostMortems;

/// <summary>Where the lines came from that a fix changed.</summary>
/// <param name="Commits">Most lines first; the newer first among equals.</param>
/// <param name="Unknown">What could not be looked at, and why, a line each.</param>
internal sealed record BlameFindings(IReadOnlyList<BlamedCommit> Commits, IReadOnlyList<string> Unknown)
{
    /// <summary>Nothing was looked at.</summary>
    public static BlameFindings None { get; } = new([], []);
}
