using Hotfix.Components.Running;

namespace Hotfix.Components;

/// <summary>Target <c>ListOpen</c>.</summary>
public interface IListOpen : IHazHotfix
{
    /// <summary>
    /// The hotfixes that are under way (with a description that one alone) are in the log, and in the file that <c>GITHUB_OUTPUT</c> names as JSON lists of
    /// <c>description</c>, <c>lane</c> and <c>sha</c>: <c>hotfixes</c>, and of these <c>untested</c>, whose newest commit, <c>sha</c>, has no test
    /// evidence yet. Changes nothing else.
    /// </summary>
    Target ListOpen =>
        _ =>
            _.Description("Tells a workflow which hotfixes are under way")
                .InOrder(this, nameof(ListOpen))
                .Executes(() => new ListOpenRun(Run.Context).RunAsync(CancellationToken.None));
}
