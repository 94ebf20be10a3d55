using Hotfix.Git;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Workflows;

namespace Hotfix.Pipeline.Deploying;

/// <summary>What a deployment that others perform is followed through.</summary>
/// <param name="Deployments">What GitHub has of it.</param>
/// <param name="Environments">Where it goes.</param>
/// <param name="Workflows">The run behind it.</param>
/// <param name="Git">Which commit contains which.</param>
/// <param name="Variables">What the team writes down of production.</param>
internal sealed record AwaitDeployPorts(DeploymentCalls Deployments, Environments Environments, WorkflowCalls Workflows, GitReader Git, Variables Variables);
