using System.ComponentModel;

namespace Hotfix.Components;

/// <summary>Target <c>Verify</c>.</summary>
public interface IVerify : IHazDeployment
{
    /// <summary>A test of the running system.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Command that proves what the environment runs, told as --deploy-command is; exit code 0, and a last line with a sha or version has to fit")]
    string? VerifyCommand => TryGetValue(() => VerifyCommand);

    /// <summary>The running system's own word.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Address at which the environment answers the sha or version that it runs; for production, --health-url unless set")]
    string? VerifyUrl => TryGetValue(() => VerifyUrl);

    /// <summary>Patience.</summary>
    [Category("Deployment and the way back")]
    [Parameter("How long the environment may take to answer the release, 0s to 4h; 5m unless set")]
    string? VerifyTimeout => TryGetValue(() => VerifyTimeout);

    /// <summary>Time between two questions.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Time between two questions, 1s to 5m; 5s unless set")]
    string? VerifyInterval => TryGetValue(() => VerifyInterval);

    /// <summary>The environment (production unless one is named) answers that it runs the release. Where nothing is configured to ask, it says so.</summary>
    Target Verify =>
        _ =>
            _.Description("Asks an environment, until its time is up, whether it runs the release")
                .InOrder(this, nameof(Verify))
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .Executes(() => Run.Deploying.VerifyAsync(wasAsked: InvokedTargets.Any(target => target.Name == nameof(Verify)), CancellationToken.None));
}
