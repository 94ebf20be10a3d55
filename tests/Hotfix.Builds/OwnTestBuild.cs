using Hotfix.Components;
using Serilog;

namespace Hotfix.Builds;

/// <summary>A team's own <c>Test</c>, which compiles first, and knows nothing of a hotfix.</summary>
[HotfixBuild]
internal sealed class OwnTestBuild : EngineBuild, IHotfix
{
    private Target Compile => _ => _.Executes(() => Log.Information("compiled at {Head:l}", TeamTests.Head(RootDirectory)));

    public Target Test => _ => _.DependsOn(Compile).Executes(() => TeamTests.Run(RootDirectory));

    public static int Execute() => Execute<OwnTestBuild>(x => ((IReportStatus)x).Status);
}
