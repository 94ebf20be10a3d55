using System.ComponentModel;
using Nuke.Common;

namespace Hotfix.Components;

/// <summary>What the targets share that bring a release into an environment.</summary>
public interface IHazDeployment : IHazHotfix
{
    /// <summary>Where.</summary>
    [Parameter("Environment to deploy to, or to verify")]
    [Category("Deployment and the way back")]
    string? Environment => TryGetValue(() => Environment);

    /// <summary>Where a hotfix of the exceptional lane is tried.</summary>
    [Parameter("Environment that a release of the exceptional lane goes through before production; hotfix-staging unless set")]
    [Category("Deployment and the way back")]
    string? StagingEnvironment => TryGetValue(() => StagingEnvironment);

    /// <summary>What.</summary>
    [Parameter("Release tag that is meant; the hotfix's, or the one at HEAD, unless set")]
    [Category("Deployment and the way back")]
    string? Tag => TryGetValue(() => Tag);
}
