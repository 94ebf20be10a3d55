using Nuke.Common;
using Nuke.Components;
using Serilog;

namespace Hotfix.Engine.Tests.Builds;

internal sealed class VersionBuild : NukeBuild, IHazGitVersion
{
    public Target Show =>
        _ =>
            _.Executes(() =>
            {
                Nuke.Common.Tools.GitVersion.GitVersion version = ((IHazGitVersion)this).Versioning;
                Log.Information("version {Version:l} at {Sha:l}, {Count:l} since", version.MajorMinorPatch, version.Sha, version.CommitsSinceVersionSource);
            });
}
