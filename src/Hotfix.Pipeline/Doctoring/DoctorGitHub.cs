using Hotfix.GitHub;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Workflows;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.Releasing;

namespace Hotfix.Pipeline.Doctoring;

/// <summary>What of GitHub is asked.</summary>
internal sealed record DoctorGitHub(
    Preflight Preflight,
    GitHubAreas Reader,
    Environments Environments,
    WorkflowCalls Workflows,
    ReleaseGateLook Gate,
    ProductionLook Production,
    IssueCalls Issues
);
