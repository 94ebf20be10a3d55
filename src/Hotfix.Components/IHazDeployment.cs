using System.ComponentModel;

namespace Hotfix.Components;

/// <summary>What the targets share that bring a release into an environment.</summary>
public interface IHazDeployment : IHazHotfix
{
    /// <summary>Where.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Environment to deploy to, or to verify")]
    string? Environment => TryGetValue(() => Environment);

    /// <summary>Where a hotfix of the exceptional lane is tried.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Environment that a release of the exceptional lane goes through before production; hotfix-staging unless set")]
    string? StagingEnvironment => TryGetValue(() => StagingEnvironment);

    /// <summary>A library.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Nothing is deployed from here, as of a library: the release is the end, and what is released is what production runs")]
    bool NoDeployment => TryGetValue<bool?>(() => NoDeployment) ?? false;

    /// <summary>What.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Release tag that is meant; the hotfix's, or the one at HEAD, unless set")]
    string? Tag => TryGetValue(() => Tag);
}
