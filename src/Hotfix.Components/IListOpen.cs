using Hotfix.Components.Running;
using Nuke.Common;

namespace Hotfix.Components;

/// <summary>Target <c>ListOpen</c>.</summary>
public interface IListOpen : IHazHotfix
{
    /// <summary>The hotfixes that are under way are in the log, and as a JSON list of <c>description</c> and <c>lane</c> in the file that <c>GITHUB_OUTPUT</c> names. Changes nothing else.</summary>
    Target ListOpen => _ => _
        .Description("Tells a workflow which hotfixes are under way")
        .TryAfter<IReportStatus>(x => x.Status)
        .TryAfter<IRelease>(x => x.Release)
        .TryAfter<IHotfix>(x => x.Hotfix)
        .TryAfter<IForwardPort>(x => x.ForwardPort)
        .TryAfter<IDeploy>(x => x.Deploy)
        .TryAfter<IVerify>(x => x.Verify)
        .TryAfter<IDescribeRelease>(x => x.DescribeRelease)
        .TryAfter<IDoctor>(x => x.Doctor)
        .TryBefore<IDrill>(x => x.Drill)
        .Executes(() => new ListOpenRun(this).RunAsync(CancellationToken.None));
}
