using Nuke.Common;

namespace Hotfix.Components;

/// <summary>The whole standard lane: a build that implements this one interface has every target of it.</summary>
<<<<<<< HEAD
public interface IHotfix : IRelease, IReportStatus, IDeploy, IVerify, IDescribeRelease, IListOpen
=======
public interface IHotfix : IRelease, IReportStatus, IDeploy, IVerify, IDescribeRelease, IForwardPort
>>>>>>> 809387bddcc488d1414f406b571968b0e566b7e7
{
    /// <summary>Everything from the branch to the published release; run it again to go on where it stands.</summary>
    Target Hotfix => _ => _
        .Description("Takes a hotfix from the branch to the published release; run it again to go on")
        .DependsOn<IRelease>(x => x.Release)
        .Triggers<IForwardPort>(x => x.ForwardPort);
}
