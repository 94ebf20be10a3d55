namespace Hotfix.GitHub;

/// <summary>One request, said for people and for machines.</summary>
/// <param name="Doing">Completes "GitHub refused to …": <c>read pull request #12</c>.</param>
/// <param name="Path">Below the API's address, without a slash in front, every value escaped; or absolute.</param>
/// <param name="IsWrite">Whether it changes something, so that a lost answer leaves a doubt.</param>
internal sealed record Call(string Doing, string Path, bool IsWrite = false)
{
    public Uri Uri { get; } = new(Path, UriKind.RelativeOrAbsolute);

    /// <summary>A value in a path; the slashes of branch and tag names stay, as GitHub's multi-segment parameters allow.</summary>
    public static string Escape(string value) => string.Join('/', value.Split('/').Select(Uri.EscapeDataString));
}
