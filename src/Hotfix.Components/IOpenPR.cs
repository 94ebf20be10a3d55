using Hotfix.Core.Plans;

namespace Hotfix.Components;

/// <summary>Target <c>OpenPR</c>.</summary>
public interface IOpenPR : ICreateHotfixBranch, IRunTests
{
    /// <summary>The branch is pushed, and one open pull request from it says what was measured and tested. Found again, never opened twice.</summary>
    Target OpenPR =>
        _ =>
            _.Description("Pushes the branch and opens the one pull request, with size report and test evidence")
                .DependsOn<ICreateHotfixBranch>(x => x.CreateHotfixBranch)
                .DependsOn<IRunTests>(x => x.Test)
                .OnlyWhenStatic(() => Run.IsAhead(Stage.PullRequest), "something is left to do")
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .Executes(() => Run.ExecuteAsync(Stage.PullRequest));
}
