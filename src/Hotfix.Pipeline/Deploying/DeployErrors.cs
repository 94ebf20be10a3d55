using Hotfix.Core.Errors;
using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Deploying;

/// <summary>What goes wrong while a deployment is followed.</summary>
internal static class DeployErrors
{
    public static HotfixException NotFollowed(PlanStep.StartDeployWorkflow step) =>
        new(
            "HF4156",
            what: $"{step.File} was started for {step.Release}, and none of its runs can be told to be that one.",
            why: $"No run's title has '{step.CorrelationId}' or names {step.Release.Tag}.",
            next: $"Give {step.File} a title: run-name: release ${{{{ inputs.tag }}}} ${{{{ inputs.correlation-id }}}}"
        );
}
