using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.PostMortems;

/// <summary>The texts of what <c>PostMortem</c> refuses.</summary>
internal static class PostMortemRefusals
{
    /// <summary>The repository has no issues.</summary>
    /// <param name="tag">The release.</param>
    /// <param name="why">GitHub's answer.</param>
    public static Refusal NoIssues(ReleaseTag tag, string why) =>
        new(
            "HF4274",
            What: $"The post-mortem of {tag} was not opened: this repository's issues are switched off; nothing was changed.",
            Why: why,
            Next: $"Write it into the repository instead: ./build.sh PostMortem --tag {tag} --post-mortem-file docs/post-mortems/{tag}.md"
        );

    internal static Refusal NoHotfix(ReleaseTag tag, PullRequest? pullRequest) =>
        new(
            "HF4270",
            What: $"{tag} is no release of a hotfix; nothing was changed.",
            Why: pullRequest is null
                ? "No merged pull request from a branch hotfix/… is released by it, of the hundred that changed last."
                : $"It released #{pullRequest.Number} from {pullRequest.HeadBranch}, and no merged pull request from a branch hotfix/… of the hundred that changed last.",
            Next: "Name the release of a hotfix with --tag, or the hotfix with --description."
        );

    internal static Refusal NothingReleased(int merged) =>
        new(
            "HF4271",
            What: "No hotfix is released, of which a post-mortem could be; nothing was changed.",
            Why: merged == 0
                ? "None of the hundred pull requests that changed last is a merged one from a branch hotfix/…."
                : $"{merged} of the hundred pull requests that changed last are merged ones from a branch hotfix/…, and no release tag contains any of them.",
            Next: "Release it first (./build.sh Release), or name a release with --tag."
        );

    internal static Refusal FileTaken(ReleaseTag tag, string path) =>
        new(
            "HF4273",
            What: $"{path} is there already, and is not the post-mortem of {tag}; nothing was changed.",
            Why: $"It lacks the line {PostMortemRecord.MarkerOf(tag).Text}, by which this software knows its own.",
            Next: "Name another file with --post-mortem-file, or move that one away."
        );
}
