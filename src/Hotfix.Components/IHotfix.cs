namespace Hotfix.Components;

/// <summary>The whole standard lane: a build that implements this one interface has every target of it.</summary>
public interface IHotfix
    : IRelease,
        IForwardPort,
        IDoctor,
        IReportStatus,
        IDeploy,
        IAwaitDeploy,
        IVerify,
        IRollback,
        IAbandon,
        IDescribeRelease,
        IListOpen,
        IPostMortem,
        IReport
{
    /// <summary>Everything from the branch to the published release, and on until production runs it; run it again to go on where it stands.</summary>
    Target Hotfix =>
        _ =>
            _.Description("Takes a hotfix from the branch to the published release and follows it into production; run it again to go on")
                .DependsOn<IRelease>(x => x.Release)
                .Triggers<IAwaitDeploy>(x => x.AwaitDeploy)
                .Triggers<IVerify>(x => x.Verify)
                .Triggers<IForwardPort>(x => x.ForwardPort)
                .Triggers<IPostMortem>(x => x.PostMortem);
}
