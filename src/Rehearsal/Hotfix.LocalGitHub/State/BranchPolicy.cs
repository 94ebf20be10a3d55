namespace Hotfix.LocalGitHub.State;

/// <summary>A name pattern of refs that may deploy to an environment; <c>branch</c> or <c>tag</c>.</summary>
internal sealed record BranchPolicy(long Id, string Name, string Type);
