using Hotfix.Core.Deploying;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Running;

namespace Hotfix.Components.Running.Deploying;

/// <summary>The look that everything begins with which deploys.</summary>
internal static class DeployLooks
{
    /// <summary>Which release is meant, by the parameters, by what this run has released, or by the clone.</summary>
    public static async Task<DeployLooked> FindAsync(HotfixRun run, DeployRequest request, CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        return await Look(services).ReadAsync(run.Request, request.Tag, run.Snapshot, cancellationToken);
    }

    public static DeployableLook Look(Services services) => new(services.GitReader, () => services.RequiredGitHubReader, services.TagMessages, TimeProvider.System);
}
