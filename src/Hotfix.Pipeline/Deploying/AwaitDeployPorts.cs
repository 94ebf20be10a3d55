using Hotfix.Git;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Workflows;

namespace Hotfix.Pipeline.Deploying;

/// <summary>What a deployment that others perform is followed through.</summary>
/// <param name="Deployments">What GitHub has of it.</param>
/// <param name="Environments">Where it goes.</param>
/// <param name="Workflows">The run behind it.</param>
/// <param name="Git">Which commit contains which.</param>
internal sealed record AwaitDeployPorts(DeploymentCalls Deployments, Environments Environments, WorkflowCalls Workflows, GitReader Git);
