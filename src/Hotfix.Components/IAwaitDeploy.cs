using System.ComponentModel;

namespace Hotfix.Components;

/// <summary>Target <c>AwaitDeploy</c>.</summary>
public interface IAwaitDeploy : IHazDeployment
{
    /// <summary>The workflow that deploys.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Workflow that deploys, such as release.yml; started on the default branch when no deployment begins by itself")]
    string? DeployWorkflow => TryGetValue(() => DeployWorkflow);

    /// <summary>What it is told.</summary>
    [Category("Deployment and the way back")]
    [Parameter(
        "Inputs of that workflow, name=value; {tag}, {version}, {sha} and {branch} are filled in; tag={tag} unless set; compared with its file before anything is changed",
        Separator = ","
    )]
    string[]? DeployInputs => TryGetValue<string[]?>(() => DeployInputs);

    /// <summary>
    /// Production's deployment of this very release has ended well, whoever performs it. Says who has to let it through; in CI it never waits for a
    /// person.
    /// </summary>
    Target AwaitDeploy =>
        _ =>
            _.Description("Follows production's deployment of the release to its end, and says who can let it through")
                .InOrder(this, nameof(AwaitDeploy))
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .Executes(() => Run.Deploying.FollowAsync(CancellationToken.None));
}
