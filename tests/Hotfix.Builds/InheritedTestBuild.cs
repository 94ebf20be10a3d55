using Hotfix.Components;
using Hotfix.Core.Snapshots;

namespace Hotfix.Builds;

/// <summary>A <c>Test</c> that inherits ours, and a test runner of the team's own.</summary>
[HotfixBuild]
internal sealed class InheritedTestBuild : EngineBuild, IHotfix
{
    public Target Test => _ => _.Inherit<IRunTests>(x => x.Test);

    Task<TestRun> IRunTests.RunTestsAsync(string directory)
    {
        TeamTests.Run(RootDirectory);
        return Task.FromResult(new TestRun(3, 0, 0, TimeSpan.Zero));
    }

    public static int Execute() => Execute<InheritedTestBuild>(x => ((IReportStatus)x).Status);
}
