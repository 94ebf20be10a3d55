using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Merging;

/// <summary>Says why a required check has not reported, as far as the head's check suites tell.</summary>
internal static class MissingCheck
{
    public static Wait Explain(RequiredCheck required, Snapshot snapshot, bool isGraceOver)
    {
        string missing = $"required check '{required.Name}' has not reported";
        PullRequest pullRequest = snapshot.PullRequest!;
        if (snapshot.HeadChecks.FirstOrDefault(check => check.Name == required.Name) is { } other)
        {
            return new Wait(
                $"{missing} from app {required.AppId}, only from {other.AppName ?? "an app"} ({other.AppId})",
                "whoever set the rule: it names another app than the one that runs this check",
                IsPerson: true
            );
        }

        if (
            NearName.Of(required.Name, snapshot.HeadChecks.Select(check => check.Name).Except(snapshot.Rules.RequiredChecks.Select(check => check.Name))) is
            { } near
        )
        {
            return new Wait(
                $"{missing}, but '{near}' has, and a name has to fit to the letter",
                "whoever named it: --required-checks, or the rule of the base branch",
                IsPerson: true
            );
        }

        if (snapshot.HeadSuites.FirstOrDefault(suite => suite.State == CheckState.ActionRequired) is { } held)
        {
            return new Wait(
                $"{missing}: the run of {Name(held)} waits for approval",
                $"somebody with write access, who approves that run: {Page(held, pullRequest)}",
                IsPerson: true
            );
        }

        if (snapshot.HeadSuites.FirstOrDefault(suite => suite.Detail == "startup_failure") is { } broken)
        {
            return new Wait(
                $"{missing}: {Name(broken)} could not start",
                $"a commit that corrects the workflow file: {Page(broken, pullRequest)}",
                IsPerson: true
            );
        }

        return isGraceOver ? Overdue(missing, snapshot, pullRequest) : new Wait(missing, "CI, which has to run it on this commit", IsPerson: false);
    }

    // A suite without runs is an app that only listens.
    private static Wait Overdue(string missing, Snapshot snapshot, PullRequest pullRequest)
    {
        CheckSuite[] suites = [.. snapshot.HeadSuites.Where(suite => suite.CheckRuns > 0 || suite.Workflow.Length > 0)];
        if (suites.FirstOrDefault(suite => suite.State == CheckState.Pending) is { } running)
        {
            return new Wait(
                $"{missing}; {Name(running)} is {running.Detail.Replace('_', ' ')}",
                $"CI, when it comes to it: {Page(running, pullRequest)}",
                IsPerson: false
            );
        }

        if (suites.Length > 0)
        {
            return new Wait(
                $"{missing}, though {string.Join(", ", suites.Select(Name).Distinct())} ended on {pullRequest.HeadSha.Short}",
                "a change of the workflow that should make it: a path or branch filter skips it, or its file is missing on this branch",
                IsPerson: true
            );
        }

        return pullRequest.Author.EndsWith("[bot]", StringComparison.Ordinal)
            ? new Wait(
                $"{missing}, and no workflow has started: what {pullRequest.Author} does with GITHUB_TOKEN starts none",
                $"a person who closes and reopens it, {pullRequest.Url}, or a run with the token of an App or a person",
                IsPerson: true
            )
            : new Wait(
                $"{missing}, and no run has started on {pullRequest.HeadSha.Short}",
                "whoever knows the CI: is its workflow on this branch, and does a path or branch filter leave it out?",
                IsPerson: true
            );
    }

    private static string Name(CheckSuite suite) =>
        suite.Workflow.Length > 0 ? $"workflow '{suite.Workflow}'"
        : suite.AppName.Length > 0 ? suite.AppName
        : "an app";

    private static string Page(CheckSuite suite, PullRequest pullRequest) => suite.Url.Length > 0 ? suite.Url : $"{pullRequest.Url}/checks";
}
