using Hotfix.Components;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Components;

namespace Hotfix.Builds.OfNuke;

/// <summary>NUKE's own components beside ours, with the one line that Init writes for such a build.</summary>
[HotfixBuild]
internal sealed class NukeComponentsBuild : NukeBuild, IHotfix, ICompile, ITest, Nuke.Components.IPack, ICreateGitHubRelease
{
    public Target Test => _ => _.Inherit<ITest>(x => x.Test);

    IEnumerable<Project> ITest.TestProjects => [];

    string ICreateGitHubRelease.Name => "v0.0.0";

    IEnumerable<AbsolutePath> ICreateGitHubRelease.AssetFiles => [];

    public static int Execute() => Execute<NukeComponentsBuild>(x => ((IReportStatus)x).Status);
}
