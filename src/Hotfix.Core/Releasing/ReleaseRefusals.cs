using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Releasing;

/// <summary>The texts of what <c>Release</c> refuses.</summary>
internal static class ReleaseRefusals
{
    public static Refusal NothingMerged(Snapshot snapshot) =>
        new(
            "HF4029",
            What: $"There is nothing to release: {snapshot.Hotfix?.Name.Value ?? "this hotfix"} is not merged; nothing was changed.",
            Why: "A release is made of a commit on the base branch.",
            Next: "Run './build.sh AwaitMerge' first."
        );

    public static Refusal RedCheck(CheckResult check, ReleaseSnapshot release) =>
        new(
            "HF4030",
            What: $"Check '{check.Name}' ended with {check.Detail.Replace('_', ' ')} on {release.Commit.Short}, the commit to be released; nothing was tagged.",
            Why: check.Summary.Length > 0 ? $"{check.Summary} {check.Url}".TrimEnd()
                : check.Url.Length > 0 ? $"See {check.Url}"
                : $"{(check.AppName ?? "What reports it")} gave no page and no words with it.",
            Next: $"{(check.Url.Length > 0 ? "Re-run it on that page" : "Run it again where it runs")} if it is flaky; else bring another fix through the hotfix path."
        );

    public static Refusal NotHigher(SemanticVersion version, ReleaseTag baseTag, ReleaseSnapshot release) =>
        new(
            "HF4031",
            What: $"Version {version} is not higher than {baseTag}, which {release.Commit.Short} contains; nothing was tagged.",
            Why: $"{release.Version?.Source ?? "--version"} gave {release.Version?.SemVer ?? version.ToString()}.",
            Next: $"Confirm the next patch: --version {baseTag.Version.NextPatch}"
        );

    public static Refusal TagTaken(RemoteTag taken, CommitSha commit) =>
        new(
            "HF4032",
            What: $"Tag {taken.Name} exists already, at another commit; nothing was changed.",
            Why: $"It is at {taken.Commit.Short}; this release would be of {commit.Short}.",
            Next: $"A published version is never moved. Take the next one: --version {taken.Release!.Version.NextPatch}"
        );

    public static Refusal FinishesCandidate(SemanticVersion version, ReleaseTag candidate, string commit) =>
        new(
            "HF4303",
            What: $"The fix would go out as {version}, of which {candidate} is out as a candidate; nothing was tagged.",
            Why: $"A hotfix does not finish somebody's release: all that waits for {version} would be released with {commit}.",
            Next: $"Take the exceptional lane (--lane exceptional), which starts from what production runs; or confirm it: --version {version}"
        );

    public static Refusal Raised(ReleaseSnapshot release) =>
        new(
            "HF4033",
            What: $"The hotfix itself raises the version from {release.BaseTag} to {release.Version!.MajorMinorPatch}; nothing was tagged.",
            Why: $"Without it, {release.VersionWithoutHotfix!.MajorMinorPatch} would be next; its branch name or a commit message (+semver:) says otherwise.",
            Next: $"Confirm one: --version {release.BaseTag!.Version.NextPatch} or --version {release.Version.MajorMinorPatch}"
        );

    public static Refusal PublishedWithout(ReleaseTag tag, IReadOnlyList<LocalAsset> missing, PublishedRelease published) =>
        new(
            "HF4035",
            What: $"Release {tag} is published without {string.Join(", ", missing.Select(asset => Path.GetFileName(asset.Path)))}; nothing was changed.",
            Why: $"A published release may be immutable, and people have it already: {published.Url}",
            Next: "Release the next patch with the assets in place; this one stays as it is."
        );

    public static Refusal NoVersion(ReleaseSnapshot release) =>
        new(
            "HF4036",
            What: $"No version is known for {release.Commit.Short}; nothing was tagged.",
            Why: "GitVersion was not asked about this commit, or gave no answer.",
            Next: "Name the version: --version 1.4.3"
        );

    public static Refusal NotOnLine(BranchName branch, ReleaseSnapshot release) =>
        new(
            "HF4116",
            What: $"{release.Commit.Short} on {branch} has no release of that line before it; nothing was tagged.",
            Why: release.BaseTag is { } tag ? $"The highest release that it contains is {tag}." : "It contains no release at all.",
            Next: $"A support branch begins at a release of its line; see where this one came from: git log --oneline --decorate {release.Commit.Short}"
        );

    public static Refusal NotThere(CommitSha commit, Snapshot snapshot) =>
        new(
            "HF3071",
            What: $"GitHub says that the fix was merged as {commit.Short}, and that commit is not at '{snapshot.Remote.Remote}'; nothing was released.",
            Why: $"It was looked for on {snapshot.BaseBranch}, which is at {snapshot.BaseTip.Short}, and among the tags: the branch was rewritten since, or the fix went into another one.",
            Next: $"Look where it went: {snapshot.PullRequest?.Url ?? $"git log --oneline {snapshot.Remote.Remote}/{snapshot.BaseBranch}"}"
        );
}
