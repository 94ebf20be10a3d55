using Hotfix.Core.Execution;

namespace Hotfix.Components.Running.Doctoring;

/// <summary>What of GitHub is asked.</summary>
internal sealed record DoctorGitHub(
    IPreflight Preflight, IGitHubReader Reader, IEnvironments Environments, IWorkflows Workflows, ReleaseGateLook Gate, ProductionLook Production, IIssues Issues);
