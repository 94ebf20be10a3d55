using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Deployments;

/// <summary>What GitHub will not do about deployments, environments, workflows and issues.</summary>
internal static class DeployErrors
{
    public static HotfixException NotDeployable(NewDeployment deployment, HotfixException cause) =>
        new(
            "HF3100",
            $"GitHub did not make a deployment of {deployment.Sha.Short} to '{deployment.Environment}'; nothing was changed.",
            cause.Refusal.Why,
            "Make the checks of that commit green, or name fewer that have to be.",
            cause
        );

    public static HotfixException NoReviewer(string environment, string login) =>
        new(
            "HF3101",
            $"'{login}' cannot be made a reviewer of environment '{environment}'; nothing was changed.",
            login.Contains('/', StringComparison.Ordinal)
                ? "Teams are set on the environment's page."
                : "GitHub knows no user of that name who may read this repository.",
            "Name logins of people with access to the repository; one of them suffices to let a run through."
        );

    public static HotfixException NotDispatched(WorkflowDispatch dispatch, HotfixException cause, string? near = null) =>
        new(
            "HF3102",
            $"GitHub did not start {dispatch.File} on {dispatch.Branch}; nothing was changed.",
            cause.Refusal.Why,
            near is not null
                ? $"There is {near}: name that, if it is meant (--release-workflow, --deploy-workflow)."
                : $"The file has to be on the default branch, enabled, with the trigger workflow_dispatch and the inputs {string.Join(", ", dispatch.Inputs.Keys.Append(dispatch.CorrelationInput).OfType<string>())}.",
            cause
        );

    public static HotfixException NoIssues(string title, HotfixException cause) =>
        new(
            "HF3104",
            $"The issue '{title}' could not be opened: this repository's issues are switched off; nothing was changed.",
            cause.Refusal.Why,
            "Switch them on (repository settings, Features); debts, locks and freezes live there.",
            cause
        );

    public static HotfixException RunNotFound(WorkflowDispatch dispatch, TimeSpan waited) =>
        new(
            "HF3103",
            $"{dispatch.File} was started, and its run was not found within {waited.TotalSeconds:0} s; it may well be running.",
            $"GitHub did not answer with its id, and no run's title has '{dispatch.CorrelationId}'.",
            dispatch.CorrelationInput is { } input
                ? $"Look at the runs of {dispatch.File}; have its run-name show ${{{{ inputs.{input} }}}}."
                : $"Look at the runs of {dispatch.File}; give it an input that its run-name shows, so that a run can be told from others."
        );
}
