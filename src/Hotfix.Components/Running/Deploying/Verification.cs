using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Running.Deploying;

/// <summary>Asks one environment what it runs, and keeps the answer with its deployment.</summary>
/// <param name="run">The run.</param>
/// <param name="request">What is asked, and how long.</param>
/// <param name="step">Which environment, and what it should answer.</param>
internal sealed class Verification(RunContext run, DeployRequest request, PlanStep.VerifyEnvironment step) : IDisposable
{
    private const string FailedWords = "not verified: ";
    private const int NewestDeployments = 5;
    private readonly HealthProbe _probe = new();
    private readonly TimeProvider _time = run.Settings.Time;

    private DeployableRelease Release => step.Release;

    private bool IsProduction => step.Environment == run.Request.Production.Environment;

    /// <summary>What is asked of an environment, for people; <c>null</c> when nothing is configured.</summary>
    public static string? Describe(RunContext run, DeployRequest request, string environment) =>
        (request.VerifyCommand, Address(run, request, environment)) switch
        {
            (null, null) => null,
            ({ } command, null) => $"'{command}'",
            (null, { } address) => ShownAddress.Of(address),
            ({ } command, { } address) => $"'{command}' and {ShownAddress.Of(address)}",
        };

    /// <summary>Asks until the environment answers the release.</summary>
    /// <exception cref="HotfixException">HF4151 when it does not in its time.</exception>
    public async Task<Outcome> VerifyAsync(CancellationToken cancellationToken)
    {
        string? misfit = await AskAsync(cancellationToken);
        Services services = await run.ServicesAsync(cancellationToken);
        if (misfit is not null)
            throw await RefuseAsync(services, misfit, cancellationToken);

        await ReportAsync(services, misfit: null, cancellationToken);
        return new Outcome(step, $"{step.Environment} runs {Release}");
    }

    public void Dispose() => _probe.Dispose();

    private static Uri? Address(RunContext run, DeployRequest request, string environment) =>
        request.VerifyUrl ?? (environment == run.Request.Production.Environment ? run.Request.Production.HealthUrl : null);

    /// <summary>What is wrong at the end; <c>null</c> when the environment runs the release.</summary>
    private async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        long began = _time.GetTimestamp();
        string shown = "";
        while (true)
        {
            TimeSpan left = request.VerifyTimeout - _time.GetElapsedTime(began);
            string? misfit = await AskOnceAsync(left, cancellationToken);
            left = request.VerifyTimeout - _time.GetElapsedTime(began);
            if (misfit is null || left <= TimeSpan.Zero)
                return misfit;

            if (misfit != shown)
                Log.Information("waiting {Left:l} more: {Misfit:l}", Output.WaitingTable.Clock(left), misfit);

            shown = misfit;
            TimeSpan pause = request.VerifyInterval < left ? request.VerifyInterval : left;
            run.Record.Waited += pause;
            await Task.Delay(pause, _time, cancellationToken);
        }
    }

    private async Task<string?> AskOnceAsync(TimeSpan left, CancellationToken cancellationToken)
    {
        if (Address(run, request, step.Environment) is { } address && await AskAddressAsync(address, cancellationToken) is { } misfit)
            return $"{ShownAddress.Of(address)}: {misfit}";

        if (request.VerifyCommand is not { } text)
            return null;

        // A last question gets a moment, also when no time was given at all.
        TimeSpan longest = left > TimeSpan.FromSeconds(10) ? left : TimeSpan.FromSeconds(10);
        var command = new ShellCommand(text, run.Settings.Directory, new DeployTarget(step.Environment, Release).Variables);
        ShellResult result = await command.RunAsync(longest, cancellationToken);
        return VerifyAssessment.Misfit(result.ExitCode, result.LastOutput, Release) is { } wrong ? $"'{text}': {wrong}" : null;
    }

    private async Task<string?> AskAddressAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return VerifyAssessment.Misfit(await _probe.AskAsync(address, cancellationToken), Release);
        }
        catch (HotfixException e) when (e.Code == "HF3110")
        {
            // Right after a deployment a system that does not answer yet is nothing unusual.
            return e.Refusal.Why;
        }
    }

    private async Task<HotfixException> RefuseAsync(Services services, string misfit, CancellationToken cancellationToken)
    {
        ReleaseTag? good = null;
        if (services.GitHub is not null)
        {
            await ReportAsync(services, misfit, cancellationToken);
            IReadOnlyList<Deployment> newest = await services.Deployments.ListAsync(step.Environment, sha: null, NewestDeployments, cancellationToken);
            good = DeployHistory.LastGood(newest, Release.Commit, step.Tags);
        }

        return run.Refuse(DeployRefusals.NotVerified(Release, step.Environment, misfit, IsProduction ? DeployRefusals.RollbackCommand(good) : null));
    }

    /// <summary>
    /// A deployment that this software made and that does not prove itself has not ended well, and is no ticket to production; once it does prove
    /// itself, it has.
    /// </summary>
    private async Task ReportAsync(Services services, string? misfit, CancellationToken cancellationToken)
    {
        if (services.GitHub is null)
            return;

        Deployment? own = (await services.Deployments.ListAsync(step.Environment, Release.Commit, NewestDeployments, cancellationToken)).FirstOrDefault(
            DeploymentOrigin.IsOwn
        );
        DeploymentStatus? status = (own, misfit) switch
        {
            ({ State: DeploymentState.Succeeded }, { } wrong) => new DeploymentStatus(0, DeploymentState.Failed, "", FailedWords + wrong, default, OwnRun.Url),
            ({ State: DeploymentState.Failed, Status: { } before }, null) when before.Description.StartsWith(FailedWords, StringComparison.Ordinal) =>
                new DeploymentStatus(0, DeploymentState.Succeeded, "", $"{Release.Tag} runs", default, OwnRun.Url),
            _ => null,
        };
        if (status is not null)
            await services.Deployments.ReportAsync(own!.Id, status, cancellationToken);
    }
}
