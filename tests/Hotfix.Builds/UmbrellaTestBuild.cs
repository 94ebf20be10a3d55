using Hotfix.Components;

namespace Hotfix.Builds;

/// <summary>A team's own <c>Test</c> without a body: an umbrella over what tests.</summary>
[HotfixBuild]
internal sealed class UmbrellaTestBuild : EngineBuild, IHotfix
{
    private Target UnitTests => _ => _.Executes(() => TeamTests.Run(RootDirectory));

    public Target Test => _ => _.DependsOn(UnitTests);

    public static int Execute() => Execute<UmbrellaTestBuild>(x => ((IReportStatus)x).Status);
}
