using Hotfix.Components;
using Nuke.Common;

/// <summary>This repository's own build: the hotfix path, and the rehearsal of it.</summary>
[HotfixBuild]
internal sealed partial class Build : NukeBuild, IHotfix, IDrill, ILocalGitHub, IBenchmark, IPack, IInit
{
    public static int Main() => HotfixProgram.Run(() => Execute<Build>(x => ((IReportStatus)x).Status));
}
