namespace Hotfix.Core.Reporting;

/// <summary>What each figure counts, in words that stand in the report itself.</summary>
internal static class Definitions
{
    /// <summary>The name of each figure, and how it is made.</summary>
    /// <param name="isByReleases">Whether published releases stand for deployments.</param>
    public static IReadOnlyList<(string Name, string Text)> Of(bool isByReleases) =>
        [
            (
                "Hotfix",
                "a merged pull request whose head branch begins with hotfix/, whatever its labels are; it belongs to the month, UTC, in which it was merged."
            ),
            (
                "Production deployment",
                isByReleases
                    ? "no deployment to production is recorded in this repository, so each published release that is not a prerelease counts as one, at the time of its publication."
                    : "a deployment to the production environment that reported success, at the time of that report. Where this tool deploys, only its own count: GitHub makes further ones for workflow jobs."
            ),
            (
                "Time to restore",
                "from the incident, where its begin is recorded, or else from the first commit of the fix, or else from the opening of its pull request, until production was seen to run the fix, where that is recorded, or else until the first production deployment that contains it. DORA's name today is failed deployment recovery time. Trouble that was noticed before the first commit makes the real time longer than this one."
            ),
            (
                "Lead time",
                "from the first commit of the fix to the first production deployment that contains it. DORA calls this change lead time; here it is that of hotfixes alone."
            ),
            (
                "Waiting for checks",
                "the time in which the pull request was open and a check of its head ran. Not counted where GitHub keeps no checks (it forgets them after some 400 days)."
            ),
            ("Waiting for review", "the time in which the pull request was open, no check ran, and an approval was still to come."),
            ("Waiting for deployment", "from the release until production was seen to run it, or else to the production deployment."),
            (
                "Change failure rate",
                "production deployments that were followed by a hotfix or a rollback, as a share of all of them. A hotfix is held against the deployment that production ran when work on the fix began; a rollback against the deployment that it replaced. Each deployment fails once at most. DORA: the share of deployments that need immediate intervention."
            ),
            (
                "Deployment rework rate",
                "unplanned production deployments as a share of all of them: the first deployment of each hotfix, and every rollback. DORA: the share of deployments that were not planned and happen because of an incident in production."
            ),
            ("Rollback", "a production deployment of a commit that had run there earlier than the one it replaced."),
            (
                "Median and 90th percentile",
                "the middle value, and the shortest time that nine in ten did not exceed; the latter is left out below ten values. Figures of fewer than ten are marked as small samples. What is not known is left out, not counted as zero."
            ),
        ];
}
