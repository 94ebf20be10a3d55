using Hotfix.Core.Plans;

namespace Hotfix.Components;

/// <summary>Target <c>AwaitMerge</c>.</summary>
public interface IAwaitMerge : IOpenPR
{
    /// <summary>The pull request is merged at the head that was checked and reviewed. Waits; bypasses nothing.</summary>
    Target AwaitMerge =>
        _ =>
            _.Description("Waits for the required checks and reviews, and merges that very head")
                .DependsOn<IOpenPR>(x => x.OpenPR)
                .OnlyWhenStatic(() => Run.IsAhead(Stage.Merge), "something is left to do")
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .Executes(() => Run.ExecuteAsync(Stage.Merge));
}
