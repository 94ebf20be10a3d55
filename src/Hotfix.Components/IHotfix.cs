using Nuke.Common;

namespace Hotfix.Components;

/// <summary>The whole standard lane: a build that implements this one interface has every target of it.</summary>
public interface IHotfix : IRelease, IReportStatus, IDeploy, IVerify, IDescribeRelease, IForwardPort, IListOpen
{
    /// <summary>Everything from the branch to the published release; run it again to go on where it stands.</summary>
    Target Hotfix => _ => _
        .Description("Takes a hotfix from the branch to the published release; run it again to go on")
        .DependsOn<IRelease>(x => x.Release)
        .Triggers<IForwardPort>(x => x.ForwardPort);
}
