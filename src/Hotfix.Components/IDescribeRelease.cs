using Hotfix.Components.Running.Deploying;

namespace Hotfix.Components;

/// <summary>Target <c>DescribeRelease</c>.</summary>
public interface IDescribeRelease : IHazDeployment
{
    /// <summary>
    /// What a workflow has to know of a release (tag, sha, version, lane, environments) is in the log and in the file that <c>GITHUB_OUTPUT</c>
    /// names. Changes nothing else.
    /// </summary>
    Target DescribeRelease =>
        _ =>
            _.Description("Tells a workflow tag, sha, version, lane and environments of a release")
                .InOrder(this, nameof(DescribeRelease))
                .Executes(() => new DescribeReleaseRun(Run.Context, Run.Deploying).ExecuteAsync(CancellationToken.None));
}
