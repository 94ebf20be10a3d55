using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Releasing;

/// <summary>Plans <c>Release</c>: the commit carries an annotated release tag, and its release is published with its assets.</summary>
internal static class ReleasePlanner
{
    public static PlanResult Plan(HotfixRequest request, Snapshot snapshot)
    {
        request = request.In(snapshot.Lane);
        if (snapshot.Release is not { } release)
            return PlanResult.Refuse(ReleaseRefusals.NothingMerged(snapshot));

        if (release.Containing is { } tag)
        {
            return request.Release.Strategy != ReleaseStrategy.Publish ? StrategyPlanner.Tagged(tag, release)
                : tag.Commit == release.Commit ? Complete(tag.Release!, request, snapshot, release)
                : PlanResult.Done($"{release.Commit.Short} is contained in {tag.Name}, which is at {tag.Commit.Short}");
        }

        return Untagged(request, snapshot, release);
    }

    private static PlanResult Untagged(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release)
    {
        bool isOurs = request.Release.Strategy == ReleaseStrategy.Publish;
        Refusal[] refusals =
        [
            .. ReleaseGate.Refusals(request, snapshot),
            .. ReleaseChecks.Refusals(snapshot, release),
            .. isOurs ? VersionRefusals(request, snapshot, release)
            : IsLeftToATool(request, snapshot, release) ? UnconfirmedRefusals(request, snapshot, release)
            : [],
        ];
        if (refusals.Length > 0)
            return PlanResult.Refuse(refusals);

        Wait[] waits = [.. ReleaseChecks.Waits(request, snapshot, release)];
        if (waits.Length > 0)
            return new PlanResult.Waiting(waits);

        string[] notes = [.. ReleaseGate.Notes(release), .. ReleaseChecks.Notes(request, snapshot, release)];
        if (!isOurs)
            return StrategyPlanner.Untagged(request, snapshot, release, notes);

        ReleaseTag tag = new(Prefix(snapshot, release), ProposedVersion(request, snapshot, release)!);
        var words = new ReleaseNotes(request, snapshot, tag);
        return PlanResult.Do(
            [
                .. ReleaseGate.Accepted(request, release, tag),
                new PlanStep.CreateTag(tag, release.Commit, words.TagMessage) { IsSigned = request.SignsTag },
                .. Publication(tag, snapshot, release, words),
            ],
            [.. notes, VersionNote(request, snapshot, release, tag)]
        );
    }

    private static PlanResult Complete(ReleaseTag tag, HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release)
    {
        if (release.Release is { IsDraft: false } published)
        {
            LocalAsset[] missing = [.. release.Assets.Where(asset => !published.Assets.Any(other => IsSame(asset, other)))];
            return missing.Length == 0
                ? PlanResult.Done([
                    $"release {tag} at {release.Commit.Short}, published {published.PublishedAt:u}: {published.Url}",
                    .. LatestNote(tag, release),
                ])
                : PlanResult.Refuse(ReleaseRefusals.PublishedWithout(tag, missing, published));
        }

        return PlanResult.Do(Publication(tag, snapshot, release, new ReleaseNotes(request, snapshot, tag)));
    }

    private static IEnumerable<PlanStep> Publication(ReleaseTag tag, Snapshot snapshot, ReleaseSnapshot release, ReleaseNotes notes)
    {
        if (release.Release is null or { IsForeignDraft: true })
            yield return new PlanStep.DraftRelease(tag, release.Commit, notes.Title, notes.Markdown);

        foreach (LocalAsset asset in release.Assets.Where(asset => release.Release?.Assets.Any(other => IsSame(asset, other)) != true))
            yield return Upload(tag, asset);

        yield return new PlanStep.PublishRelease(tag, IsLatest(tag, release), [.. release.Assets.Select(asset => Upload(tag, asset))]);
    }

    private static PlanStep.UploadAsset Upload(ReleaseTag tag, LocalAsset asset) => new(tag, asset.Path, asset.Sha256, asset.Size);

    // "latest" follows a moment after publishing; where it does not, somebody should know.
    private static IEnumerable<string> LatestNote(ReleaseTag tag, ReleaseSnapshot release)
    {
        if (IsLatest(tag, release) && release.Latest?.TagName != tag.Name)
            yield return $"GitHub shows {(release.Latest is { } latest ? $"'{latest.TagName}'" : "no release")} as the latest, and {tag} is the highest: it may lag; gh release edit {tag} --latest names it";
    }

    // GitHub's own default would mark whatever is published last.
    private static bool IsLatest(ReleaseTag tag, ReleaseSnapshot release) =>
        !tag.Version.IsHotfix && (release.HighestRelease is not { } highest || tag.Version >= highest.Version);

    private static IEnumerable<Refusal> VersionRefusals(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release)
    {
        if (ProposedVersion(request, snapshot, release) is not { } version)
        {
            yield return ReleaseRefusals.NoVersion(release);
            yield break;
        }

        if (snapshot.Lane == Lane.Exceptional)
        {
            foreach (Refusal refusal in ExceptionalRefusals(request, snapshot, release))
                yield return refusal;

            yield break;
        }

        if (release.BaseTag is { } baseTag && version <= baseTag.Version)
            yield return ReleaseRefusals.NotHigher(version, baseTag, release);

        // v1.4.3+7 and 1.4.3 are the same version.
        string name = new ReleaseTag(release.TagPrefix, version).Name;
        RemoteTag? same = snapshot.Remote.Tag(name) ?? snapshot.Remote.Tags.FirstOrDefault(tag => tag.Release?.Version == version);
        if (same is { } taken && taken.Commit != release.Commit)
            yield return ReleaseRefusals.TagTaken(taken, release.Commit);

        if (request.Version is null && snapshot.Hotfix is not null && RemoteTag.Candidates(version, snapshot.Remote.Tags) is [var candidate, ..])
            yield return ReleaseRefusals.FinishesCandidate(version, candidate, release.Commit.Short);

        if (request.Version is null && RaisedByHotfix(snapshot, release))
            yield return ReleaseRefusals.Raised(release);
    }

    // Features that wait on main may raise the version; the hotfix's own branch name or commit messages may not, unseen.
    private static bool RaisedByHotfix(Snapshot snapshot, ReleaseSnapshot release) =>
        snapshot.Hotfix is not null
        && release.BaseTag is { } baseTag
        && release.Version is { } version
        && version.MajorMinorPatch > baseTag.Version.NextPatch
        && release.VersionWithoutHotfix is { } without
        && without.MajorMinorPatch < version.MajorMinorPatch;

    // A line without a release of its own has nothing that a hotfix could be the next patch of.
    private static IEnumerable<Refusal> ExceptionalRefusals(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release) =>
        [.. FittingRefusals(request, snapshot, release), .. UnconfirmedRefusals(request, snapshot, release)];

    // release-please has a pull request where it releases this line, too; semantic-release does so on branches of a name of its own, 1.4.x.
    private static bool IsLeftToATool(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release) =>
        request.Release.Strategy switch
        {
            ReleaseStrategy.ReleasePlease => release.Pending is null,
            ReleaseStrategy.AwaitTag => !snapshot.BaseBranch.Value.EndsWith(".x", StringComparison.Ordinal),
            _ => false,
        };

    private static IEnumerable<Refusal> UnconfirmedRefusals(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release) =>
        snapshot.Lane == Lane.Exceptional && !request.IsNumberOurs && release is { NumberedBy: { } tool, BaseTag: { } deployed }
            ? [ExceptionalVersion.Unconfirmed(tool, deployed, snapshot.Remote.Tags, "./build.sh Release")]
            : [];

    private static IEnumerable<Refusal> FittingRefusals(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release) =>
        release.BaseTag is not { } deployed || snapshot.Remote.Conventions.Support.LineOf(snapshot.BaseBranch)!.Holds(deployed.Version) == false
            ? [ReleaseRefusals.NotOnLine(snapshot.BaseBranch, release)]
            : ExceptionalVersion.Decide(request.Version, deployed, snapshot.Remote.Tags, request.SuffixOf(release.Commit)).Refusals;

    private static SemanticVersion? ProposedVersion(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release) =>
        snapshot.Lane == Lane.Standard ? request.Version ?? release.Version?.MajorMinorPatch
        : release.BaseTag is { } deployed ? ExceptionalVersion.Decide(request.Version, deployed, snapshot.Remote.Tags, request.SuffixOf(release.Commit)).Version
        : request.Version;

    private static string Prefix(Snapshot snapshot, ReleaseSnapshot release) => snapshot.Lane == Lane.Exceptional ? release.BaseTag!.Prefix : release.TagPrefix;

    private static string VersionNote(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release, ReleaseTag tag)
    {
        if (snapshot.Lane == Lane.Exceptional)
            return $"version {tag.Version}: {ExceptionalReason(request, release)}, on {snapshot.BaseBranch}";

        string calculated = release.Version is { } version ? $"{version.Source} says {version.SemVer}" : "none was calculated";
        return request.Version is null
            ? $"version {tag.Version}: {calculated}{(release.BaseTag is { } b ? $", after {b}" : "")}"
            : $"version {tag.Version}: confirmed with --version; {calculated}";
    }

    private static string ExceptionalReason(HotfixRequest request, ReleaseSnapshot release) =>
        request.Version is not null ? "confirmed with --version"
        : request.VersionScheme == VersionScheme.Suffix ? $"made of {release.BaseTag}, below which Semantic Versioning sorts it (--version-scheme suffix)"
        : $"the next free patch after {release.BaseTag}";

    private static bool IsSame(LocalAsset asset, ReleaseAsset other) =>
        other.Name == Path.GetFileName(asset.Path) && other.IsUploaded && other.Size == asset.Size && (other.Sha256 is null || other.Sha256 == asset.Sha256);
}
