using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>One look at which release is meant.</summary>
/// <param name="Remote">The remote's refs.</param>
/// <param name="Tree">The clone that the run stands in.</param>
/// <param name="Release">The release.</param>
internal sealed record DeployLooked(RemoteRefs Remote, WorkTree Tree, DeployableRelease Release);
