using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Tells which runs of a workflow are for a release. A run that was dispatched is on a branch, whatever it deploys: only its title says what.</summary>
public static class RunOfRelease
{
    /// <summary>The purpose of a deployment right after the release; going back to it has another, so that the two are not taken for each other.</summary>
    public const string Deploy = "deploy";

    /// <summary>The word by which a dispatched run is found again; ends with which attempt it is, 1 or more.</summary>
    public static string Correlation(string purpose, DeployableRelease release, int attempt) => $"{Prefix(purpose, release)}{attempt}";

    /// <summary>Whether we started it for this release and this purpose.</summary>
    public static bool IsOurs(WorkflowRun run, string purpose, DeployableRelease release) => run.Title.Contains(Prefix(purpose, release), StringComparison.Ordinal);

    /// <summary>Whether it is for this release: started for it, on its tag, or naming it. For another purpose than deploying it first, only what we started counts.</summary>
    public static bool IsFor(WorkflowRun run, string purpose, DeployableRelease release) =>
        IsOurs(run, purpose, release) || (purpose == Deploy && IsFor(run, release));

    private static bool IsFor(WorkflowRun run, DeployableRelease release) =>
        run.HeadBranch == release.Tag.Name || (run.Event == "push" && run.HeadSha == release.Commit) || Names(run.Title, release.Tag.Name);

    /// <summary>Whether what GitHub recorded for it may be of another release: it was dispatched, and does not name this one.</summary>
    public static bool IsForAnother(WorkflowRun run, DeployableRelease release) => run.Event == "workflow_dispatch" && !IsFor(run, release) && !run.Title.Contains($"-{release.Tag}-{release.Commit.Short}-", StringComparison.Ordinal);

    private static string Prefix(string purpose, DeployableRelease release) => $"{purpose}-{release.Tag}-{release.Commit.Short}-";

    // v1.4.3 is in "release v1.4.3", not in "release v1.4.30", "v1.4.3-rc.1" or "v1.4.3.1".
    private static bool Names(string title, string tag)
    {
        for (int at = title.IndexOf(tag, StringComparison.Ordinal); at >= 0; at = title.IndexOf(tag, at + 1, StringComparison.Ordinal))
        {
            string behind = title[(at + tag.Length)..];
            bool begins = at == 0 || !char.IsLetterOrDigit(title[at - 1]) && title[at - 1] is not ('.' or '-');
            bool ends = behind.Length == 0 || !(char.IsLetterOrDigit(behind[0]) || (behind[0] is '.' or '-' && behind.Length > 1 && char.IsLetterOrDigit(behind[1])));
            if (begins && ends)
                return true;
        }

        return false;
    }
}
