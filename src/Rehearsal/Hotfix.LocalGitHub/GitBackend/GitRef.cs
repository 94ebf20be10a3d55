namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>A ref as <c>for-each-ref</c> shows it.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Sha">What it points at.</param>
/// <param name="Type"><c>commit</c> or <c>tag</c>.</param>
/// <param name="CommitSha">The commit after peeling a tag.</param>
internal sealed record GitRef(string Name, string Sha, string Type, string CommitSha)
{
    public const string Heads = "refs/heads/";
    public const string Tags = "refs/tags/";

    public string ShortName =>
        Name.StartsWith(Heads, StringComparison.Ordinal) ? Name[Heads.Length..]
        : Name.StartsWith(Tags, StringComparison.Ordinal) ? Name[Tags.Length..]
        : Name;
}
