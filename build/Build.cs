using Hotfix.Components;

/// <summary>This repository's own build: the hotfix path, and the rehearsal of it.</summary>
[HotfixBuild]
internal sealed partial class Build : EngineBuild, IHotfix, IDrill, ILocalGitHub, IBenchmark, IPack, IInit
{
    public static int Main() => HotfixProgram.Run(() => Execute<Build>(x => ((IReportStatus)x).Status));
}
