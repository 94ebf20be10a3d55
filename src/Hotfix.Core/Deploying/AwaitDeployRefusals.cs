using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>The texts of what <c>AwaitDeploy</c> ends badly with.</summary>
internal static class AwaitDeployRefusals
{
    public static Refusal Failed(AwaitDeployFacts facts, Deployment failed) =>
        new(
            "HF4152",
            What: $"Deploying {facts.Release} to {facts.Environment} failed.",
            Why: $"Deployment {failed.Id} ended with {failed.Status?.Detail ?? "a failure"}{(failed.Status is { Description.Length: > 0 } status ? $": {status.Description}" : "")} {failed.Status?.LogUrl}".TrimEnd()
                + ".",
            Next: GoBack(facts)
        );

    public static Refusal RunFailed(AwaitDeployFacts facts, RunVerdict.Failed failed) =>
        new(
            "HF4152",
            What: $"Deploying {facts.Release} to {facts.Environment} failed.",
            Why: $"{failed.Run.Url} ended with {failed.Run.Detail.Replace('_', ' ')}{(failed.Jobs.Count > 0 ? $" in {string.Join(", ", failed.Jobs.Select(job => job.Step.Length > 0 ? $"{job.Name} ({job.Step})" : job.Name))}" : "")}.",
            Next: GoBack(facts)
        );

    public static Refusal MovedOn(AwaitDeployFacts facts, Deployment current) =>
        new(
            "HF4153",
            What: $"{facts.Environment} ran {facts.Release}, and runs {current.Sha.Short} now, which does not contain it.",
            Why: $"Deployment {current.Id}{(current.Creator.Length > 0 ? $" by {current.Creator}" : "")} came after it, at {current.CreatedAt:u}.",
            Next: "Ask whoever deployed that whether the fix was meant to go; bring it back with the next release, or deploy this one again."
        );

    public static Refusal NotRecorded(AwaitDeployFacts facts, WorkflowRun run) =>
        new(
            "HF4154",
            What: $"The run for {facts.Release} ended well, and GitHub has no deployment of {facts.Release.Commit.Short} to {facts.Environment} that did.",
            Why: $"{run.Url} is on {run.HeadSha.Short}; whether it deployed the release, only the environment can tell.",
            Next: $"Ask it: ./build.sh Verify --tag {facts.Release.Tag} --verify-url https://…; let the workflow run './build.sh Deploy', which records the very sha."
        );

    public static Refusal NotTold(AwaitDeployFacts facts, WorkflowRun run, ProductionClaim told) =>
        new(
            "HF4154",
            What: $"The run for {facts.Release} ended well, and what says what {facts.Environment} runs does not say {facts.Release}.",
            Why: $"{told}; {run.Url} is over.",
            Next: $"Let the run's last step write {facts.Release.Tag.Version} or {facts.Release.Commit.Short} there; if something else does, run the same command again when it has."
        );

    public static Refusal Cancelled(AwaitDeployFacts facts, WorkflowRun run) =>
        new(
            "HF4155",
            What: $"The run that deploys {facts.Release} to {facts.Environment} was cancelled; it is not started again.",
            Why: facts.Started > 1 ? $"It was started twice already; the last one is {run.Url}." : $"{run.Url}: how far it came, only a look at it tells.",
            Next: "Look at it; then re-run it on its page."
        );

    private static string GoBack(AwaitDeployFacts facts) =>
        $"Go back: {DeployRefusals.RollbackCommand(facts.LastGood)}; or correct it, re-run the failed jobs on the run's page, and run the same command again.";
}
