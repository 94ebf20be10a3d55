using Hotfix.Core.Deploying;
using Hotfix.Pipeline.Deploying;
using Serilog;

namespace Hotfix.Components.Running.Deploying;

/// <summary>One run of <c>Verify</c>.</summary>
internal sealed class VerifyRun(IVerify build)
{
    private readonly HotfixRun _run = build.Run;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        DeployRequest request = DeployRequests.Parse(build);
        string environment = request.Environment ?? _run.Request.Production.Environment;
        using var verification = new Verification(_run, request, environment);
        if (verification.How is null)
        {
            if (build.InvokedTargets.Any(target => target.Name == nameof(IVerify.Verify)))
                throw _run.Refuse(DeployRefusals.NothingToVerify(environment, verification.IsProduction));

            Log.Warning("Nothing was verified: there is neither --verify-command nor --verify-url, nor --health-url for production");
            return;
        }

        DeployLooked looked = await DeployLooks.FindAsync(_run, request, cancellationToken);
        await _run.Teller.TellAsync(
            looked, () => verification.VerifyAsync(looked, build.DryRun, cancellationToken), seen => seen with { IsVerified = verification.IsProduction }, cancellationToken);
    }
}
