using Hotfix.Core.Versions;

namespace Hotfix.Git.Versions;

/// <summary>What <c>gitversion /output json</c> said, typed. Texts are empty, and numbers <c>null</c>, where it said nothing.</summary>
/// <param name="MajorMinorPatch">The three numbers.</param>
/// <param name="SemVer">With the pre-release: <c>1.4.3-2</c>.</param>
/// <param name="FullSemVer">With the build metadata, too.</param>
/// <param name="InformationalVersion">With branch and sha, too.</param>
/// <param name="PreReleaseTag">What stands behind the dash.</param>
/// <param name="WeightedPreReleaseNumber">Of the pre-release, for assembly versions.</param>
/// <param name="AssemblySemVer">Four numbers.</param>
/// <param name="AssemblySemFileVer">Four numbers.</param>
/// <param name="BranchName">What it took the commit for.</param>
/// <param name="Sha">The commit.</param>
/// <param name="VersionSourceSha">The commit from which it counted; empty for the first one of all.</param>
/// <param name="VersionSourceDistance">Commits since then; called CommitsSinceVersionSource before 6.3.</param>
/// <param name="CommitDate">As <c>yyyy-MM-dd</c>.</param>
internal sealed record GitVersionVariables(
    SemanticVersion MajorMinorPatch,
    string SemVer,
    string FullSemVer,
    string InformationalVersion,
    string PreReleaseTag,
    int? WeightedPreReleaseNumber,
    string AssemblySemVer,
    string AssemblySemFileVer,
    string BranchName,
    string Sha,
    string VersionSourceSha,
    int? VersionSourceDistance,
    string CommitDate
);
