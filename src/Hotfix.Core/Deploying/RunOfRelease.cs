using System.Text.RegularExpressions;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>
/// Tells which runs of a workflow are for a release. A run that was dispatched is on a branch, whatever it deploys: only its title says what.
/// </summary>
internal static partial class RunOfRelease
{
    /// <summary>The purpose of a deployment right after the release; going back to it has another, so that the two are not taken for each other.</summary>
    public const string Deploy = "deploy";

    /// <summary>The word by which a dispatched run is found again; ends with which attempt it is, 1 or more.</summary>
    public static string Correlation(string purpose, DeployableRelease release, int attempt) => $"{Prefix(purpose, release)}{attempt}";

    /// <summary>Whether we started it for this release and this purpose: a title alone is anybody's.</summary>
    public static bool IsOurs(WorkflowRun run, string purpose, DeployableRelease release) =>
        run.Event == WorkflowRun.Dispatched && run.Title.Contains(Prefix(purpose, release), StringComparison.Ordinal);

    /// <summary>
    /// Whether it is for this release: started for it, on its tag, or naming it. For another purpose than deploying it first, only what we started counts.
    /// </summary>
    public static bool IsFor(WorkflowRun run, string purpose, DeployableRelease release) =>
        IsOurs(run, purpose, release) || (purpose == Deploy && IsFor(run, release));

    /// <summary>
    /// Whether it may well be for this release: of a workflow that takes no correlation id, whose runs nothing names. It was started by hand since the release
    /// was published, and names no other one; what it deployed is proven by the deployment.
    /// </summary>
    public static bool MayBeFor(WorkflowRun run, DeployableRelease release, DateTimeOffset since) =>
        run.Event == WorkflowRun.Dispatched && run.CreatedAt >= since && !NamesAnother(run, release);

    // The push of that very commit, or the publication of that very tag; else only a dispatch can be meant for it.
    private static bool IsFor(WorkflowRun run, DeployableRelease release) =>
        run.Event switch
        {
            "push" or "release" => run.HeadSha == release.Commit,
            WorkflowRun.Dispatched => run.HeadBranch == release.Tag.Name
                || Names(run.Title, release.Tag.Name)
                || (release.Tag.Prefix is "" or "v" && Names(run.Title, release.Tag.Version.ToString())),
            _ => false,
        };

    /// <summary>
    /// Whether a deployment that GitHub recorded for this run is of the release. Of a run that was dispatched, or came by the clock, the commit is that of
    /// the workflow
    /// file: it counts when it is exactly the release's, and the run does not name another one.
    /// </summary>
    public static bool Proves(WorkflowRun run, CommitSha deployed, DeployableRelease release) =>
        SaysWhatItDeploys(run) || IsFor(run, release) || NamesCommit(run, release) || (deployed == release.Commit && !NamesAnother(run, release));

    // Those events are of the commit that they are about; all others are of the default branch's tip, whatever is deployed.
    internal static bool SaysWhatItDeploys(WorkflowRun run) => run.Event is "push" or "release" or "create" or "deployment" or "merge_group" or "";

    /// <summary>The id that we start a release with, and a run-name of the team's, hold the commit.</summary>
    private static bool NamesCommit(WorkflowRun run, DeployableRelease release) =>
        run.Title.Contains(release.Commit.Value[..12], StringComparison.Ordinal)
        || run.Title.Contains($"-{release.Tag}-{release.Commit.Short}-", StringComparison.Ordinal);

    private static bool NamesAnother(WorkflowRun run, DeployableRelease release) =>
        VersionLike().IsMatch(run.Title)
        || CommitLike().Matches(run.Title).Any(match => !release.Commit.Value.StartsWith(match.Value, StringComparison.Ordinal));

    private static string Prefix(string purpose, DeployableRelease release) => $"{purpose}-{release.Tag}-{release.Commit.Short}-";

    // v1.4.3 is in "release v1.4.3", not in "release v1.4.30", "v1.4.3-rc.1" or "v1.4.3.1".
    internal static bool Names(string title, string tag)
    {
        for (int at = title.IndexOf(tag, StringComparison.Ordinal); at >= 0; at = title.IndexOf(tag, at + 1, StringComparison.Ordinal))
        {
            string behind = title[(at + tag.Length)..];
            bool begins = at == 0 || !char.IsLetterOrDigit(title[at - 1]) && title[at - 1] is not ('.' or '-');
            bool ends =
                behind.Length == 0 || !(char.IsLetterOrDigit(behind[0]) || (behind[0] is '.' or '-' && behind.Length > 1 && char.IsLetterOrDigit(behind[1])));
            if (begins && ends)
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex VersionLike();

    [GeneratedRegex(@"(?<![0-9a-f])[0-9a-f]{12,40}(?![0-9a-f])")]
    private static partial Regex CommitLike();
}
