using Hotfix.Core.Execution;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.Releasing;

namespace Hotfix.Pipeline.Doctoring;

/// <summary>What of GitHub is asked.</summary>
internal sealed record DoctorGitHub(
    IPreflight Preflight, IGitHubReader Reader, IEnvironments Environments, IWorkflows Workflows, ReleaseGateLook Gate, ProductionLook Production, IIssues Issues);
