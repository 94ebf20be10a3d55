using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Releasing;

/// <summary>The texts of what went wrong in a release that somebody else makes.</summary>
internal static class StrategyRefusals
{
    public static Refusal RunFailed(RunVerdict.Failed failed, CommitSha commit) =>
        new(
            "HF4117",
            What: $"The release workflow ended with {failed.Run.Detail.Replace('_', ' ')} for {commit.Short}; what it did stands.",
            Why: failed.Jobs.Count > 0
                ? $"{string.Join("; ", failed.Jobs.Select(job => $"job '{job.Name}'{(job.Step.Length > 0 ? $" failed in '{job.Step}'" : " failed")}"))}: {failed.Run.Url}"
                : $"It failed before any job began: {failed.Run.Url}",
            Next: "Re-run its failed jobs on that page, then run './build.sh Release' again, which follows them."
        );

    public static Refusal DroppedAgain(WorkflowRun run, string file) =>
        new(
            "HF4118",
            What: "The release workflow was started twice, and both runs were cancelled while they were queued; nothing was released.",
            Why: $"A newer run in the same concurrency group takes the place of one that waits: {run.Url}",
            Next: $"Give the concurrency group of {file} 'queue: max', or re-run that run on its page, then run './build.sh Release' again."
        );

    public static Refusal RunStopped(WorkflowRun run, CommitSha commit) =>
        new(
            "HF4119",
            What: $"The release workflow for {commit.Short} was cancelled while it worked; what it did until then stands.",
            Why: $"Somebody stopped it: {run.Url}",
            Next: "Find out how far it came and why it was stopped; re-run it on that page, then run './build.sh Release' again."
        );
}
