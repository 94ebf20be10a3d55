using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Releases;

/// <summary>From GitHub's words to ours.</summary>
internal static class ReleaseMapping
{
    private const string DigestPrefix = "sha256:";

    public static PublishedRelease ToRelease(this ReleaseAnswer answer) =>
        new(
            answer.Id,
            answer.TagName,
            answer.HtmlUrl,
            answer.Draft,
            answer.Prerelease,
            answer.Draft ? null : answer.PublishedAt,
            [.. (answer.Assets ?? []).Select(ToAsset)]
        )
        {
            IsForeignDraft = answer.IsForeignDraft(),
        };

    /// <summary>Whether somebody else began it: it is a draft, and our notes are not in it.</summary>
    public static bool IsForeignDraft(this ReleaseAnswer answer) => answer.Draft && !PlanStep.DraftRelease.Mark.IsLineOf(answer.Body ?? "");

    public static ReleaseAsset ToAsset(this AssetAnswer answer) =>
        new(
            answer.Name,
            answer.Size,
            IsUploaded: answer.State == "uploaded",
            Sha256: answer.Digest is { } digest && digest.StartsWith(DigestPrefix, StringComparison.Ordinal)
                ? digest[DigestPrefix.Length..].ToLowerInvariant()
                : null
        );
}
