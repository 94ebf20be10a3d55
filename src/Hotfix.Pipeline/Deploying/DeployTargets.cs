using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Core.Telling;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Hotfix.Pipeline.Telling;
using Serilog;

namespace Hotfix.Pipeline.Deploying;

/// <summary>
/// The targets about one release in one environment: which release is meant, what is done with it, and what its hotfix's thread is told of that.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="teller">Keeps the hotfix's thread.</param>
/// <param name="request">What was asked for.</param>
/// <param name="means">How this build deploys and verifies.</param>
internal sealed class DeployTargets(RunContext run, Teller teller, DeployRequest request, DeployMeans means)
{
    /// <summary>Target <c>Deploy</c>.</summary>
    /// <exception cref="HotfixException">HF4140 without an environment, and what the plan refuses.</exception>
    public async Task DeployAsync(CancellationToken cancellationToken)
    {
        string environment = request.Environment
            ?? throw run.Refuse(DeployRefusals.NoEnvironment(run.Request.Production.Environment, run.Request.StagingEnvironment));
        DeployLooked looked = await FindAsync(cancellationToken);
        if (looked.Release.NotContained is { } why)
            throw run.Refuse(why);

        await DoAsync(looked, new DeployDefinition(run, looked, environment, means.How), seen => seen, cancellationToken);
    }

    /// <summary>Target <c>AwaitDeploy</c>.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (!run.Request.Deploys)
        {
            Log.Information("found: nothing is deployed from here (--no-deployment): the release is the end");
            return;
        }

        DeployLooked looked = await FindAsync(cancellationToken);
        var order = new FollowDefinition.Order(means.Workflow, CanDeploy: means.How is not null) { Inputs = means.Inputs };
        await DoAsync(looked, new FollowDefinition(run, looked, order), seen => seen, cancellationToken);
    }

    /// <summary>Target <c>Verify</c>.</summary>
    /// <param name="wasAsked">Whether it was asked for by itself: then it has to be possible.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="HotfixException">HF4150 when nothing says how, HF4151 when the environment does not answer the release.</exception>
    public async Task VerifyAsync(bool wasAsked, CancellationToken cancellationToken)
    {
        string environment = request.Environment ?? run.Request.Production.Environment;
        bool isProduction = environment == run.Request.Production.Environment;
        string? how = means.Verifies(environment);
        if (how is null && wasAsked)
            throw run.Refuse(DeployRefusals.NothingToVerify(environment, isProduction));

        if (how is null && !run.Request.Deploys)
            return;

        if (how is null)
        {
            Log.Warning("Nothing was verified: there is neither --verify-command nor --verify-url, nor --health-url for production");
            return;
        }

        DeployLooked looked = await FindAsync(cancellationToken);
        await DoAsync(looked, new VerifyDefinition(run, looked, environment, how), seen => seen with { IsVerified = isProduction }, cancellationToken);
    }

    /// <summary>Target <c>Rollback</c>.</summary>
    /// <exception cref="HotfixException">What the plan refuses, and what its parts do.</exception>
    public async Task RollbackAsync(RollbackRequest asked, CancellationToken cancellationToken)
    {
        if (asked.Unlocks)
        {
            await new TargetRun(run).ExecuteAsync(new UnlockDefinition(run, asked.Reason), cancellationToken);
            return;
        }

        var rollback = new RollbackDefinition(run, teller, asked, means);
        await new TargetRun(run, rollback.Steps).ExecuteAsync(rollback, cancellationToken);
    }

    /// <summary>Which release is meant, by the parameters, by what this run has released, or by the clone.</summary>
    public async Task<DeployLooked> FindAsync(CancellationToken cancellationToken) =>
        await DeployableLook.Of(await run.ServicesAsync(cancellationToken)).ReadAsync(run.Request, request.Tag, run.Snapshot, cancellationToken);

    private Task DoAsync<TFacts>(DeployLooked looked, Definition<TFacts> target, Func<ThreadSeen, ThreadSeen> whenDone, CancellationToken cancellationToken) =>
        teller.TellAsync(looked, () => new TargetRun(run, means.Steps).ExecuteAsync(target, cancellationToken), whenDone, cancellationToken);
}
