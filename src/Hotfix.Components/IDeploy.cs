using System.ComponentModel;
using Hotfix.Components.Running.Deploying;

namespace Hotfix.Components;

/// <summary>Target <c>Deploy</c>.</summary>
public interface IDeploy : IHazDeployment
{
    /// <summary>The team's own steps, as a command.</summary>
    [Category("Deployment and the way back")]
    [Parameter(
        "Command that deploys, run in the repository's root; HOTFIX_ENVIRONMENT, HOTFIX_SHA, HOTFIX_TAG, HOTFIX_VERSION and HOTFIX_LANE say what and where"
    )]
    string? DeployCommand => TryGetValue(() => DeployCommand);

    /// <summary>The environment runs that very release, and a GitHub deployment says so, with the page of the run that did it.</summary>
    Target Deploy =>
        _ =>
            _.Description("Deploys a release to an environment with the team's own steps, recorded as a GitHub deployment")
                .InOrder(this, nameof(Deploy))
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .Executes(() => Run.Deploying.DeployAsync(CancellationToken.None));

    /// <summary>
    /// Brings the release into the environment; runs <see cref="DeployCommand"/> unless a build overrides it (<c>public Task DeployAsync(DeployTarget target)
    /// =&gt; …</c>).
    /// Throwing means that it failed. It may be called again for the same release: after a run that was killed, and when somebody goes back to it.
    /// </summary>
    Task DeployAsync(DeployTarget target) =>
        DeploySteps.RunCommandAsync((DeployCommand!, RootDirectory), target, Run.Context.Request.Deadline, CancellationToken.None);
}
