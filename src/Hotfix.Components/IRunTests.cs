using Hotfix.Components.Testing;
using Hotfix.Core.Planning;
using Nuke.Common;

namespace Hotfix.Components;

/// <summary>Target <c>Test</c>. Not called <c>ITest</c>, since NUKE's own component is; a build that has both writes <c>.Inherit&lt;Nuke.Components.ITest&gt;(x =&gt; x.Test)</c>.</summary>
public interface IRunTests : IHazHotfix
{
    /// <summary>The project's tests passed. Alone it is just that; on the way to a pull request they count for exactly the branch's tip.</summary>
    Target Test => _ => _
        .Description("Runs the project's tests; within a hotfix, on exactly the commit that goes into the pull request")
        .TryAfter<ICreateHotfixBranch>(x => x.CreateHotfixBranch)
        .OnlyWhenStatic(() => Run.IsAhead(Stage.Test), "something is left to do")
        .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
        .Executes(() => Run.TestAsync(RunTestsAsync));

    /// <summary>Runs the tests that are in <paramref name="directory"/>; override it for another test runner. Never throws for a red test: it counts.</summary>
    Task<TestRun> RunTestsAsync(string directory) => DotNetTest.RunAsync(directory, CancellationToken.None);
}
