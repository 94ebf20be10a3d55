using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.Running;
using Serilog;

namespace Hotfix.Components.Running.Deploying;

/// <summary>Asks one environment what it runs, and keeps the answer with its deployment.</summary>
internal sealed class Verification(HotfixRun run, DeployRequest request, string environment) : IDisposable
{
    private const string FailedWords = "not verified: ";
    private const int NewestDeployments = 5;
    private readonly HealthProbe _probe = new();
    private readonly TimeProvider _time = TimeProvider.System;

    public bool IsProduction => environment == run.Request.Production.Environment;

    private Uri? Address => request.VerifyUrl ?? (IsProduction ? run.Request.Production.HealthUrl : null);

    /// <summary>What is asked, for people; <c>null</c> when nothing is configured.</summary>
    public string? How => (request.VerifyCommand, Address) switch
    {
        (null, null) => null,
        ({ } command, null) => $"'{command}'",
        (null, { } address) => ShownAddress.Of(address),
        ({ } command, { } address) => $"'{command}' and {ShownAddress.Of(address)}",
    };

    /// <summary>Asks until the environment answers the release.</summary>
    /// <exception cref="HotfixException">HF4151 when it does not in its time.</exception>
    public async Task VerifyAsync(DeployLooked looked, bool isRehearsal, CancellationToken cancellationToken)
    {
        var step = new PlanStep.VerifyEnvironment(environment, looked.Release, How!);
        var plan = new PlanResult.Ready([step], []);
        if (isRehearsal)
        {
            run.Rehearse(plan);
            return;
        }

        RunRecord.Show(plan);
        string? misfit = await AskAsync(looked.Release, cancellationToken);
        Services services = await run.ServicesAsync(cancellationToken);
        if (misfit is not null)
            throw await RefuseAsync(services, looked, misfit, cancellationToken);

        await ReportAsync(services, looked.Release, misfit: null, cancellationToken);
        run.Record.Add(new Outcome(step, $"{environment} runs {looked.Release}"));
        run.Record.Conclusion = $"Verified: {environment} runs {looked.Release}";
    }

    public void Dispose() => _probe.Dispose();

    /// <summary>What is wrong at the end; <c>null</c> when the environment runs the release.</summary>
    private async Task<string?> AskAsync(DeployableRelease release, CancellationToken cancellationToken)
    {
        long began = _time.GetTimestamp();
        string shown = "";
        while (true)
        {
            TimeSpan left = request.VerifyTimeout - _time.GetElapsedTime(began);
            string? misfit = await AskOnceAsync(release, left, cancellationToken);
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

    private async Task<string?> AskOnceAsync(DeployableRelease release, TimeSpan left, CancellationToken cancellationToken)
    {
        if (Address is { } address && await AskAddressAsync(address, release, cancellationToken) is { } misfit)
            return $"{ShownAddress.Of(address)}: {misfit}";

        if (request.VerifyCommand is not { } text)
            return null;

        // A last question gets a moment, also when no time was given at all.
        TimeSpan longest = left > TimeSpan.FromSeconds(10) ? left : TimeSpan.FromSeconds(10);
        var command = new ShellCommand(text, run.Build.RootDirectory, new DeployTarget(environment, release).Variables);
        ShellResult result = await command.RunAsync(longest, cancellationToken);
        return VerifyAssessment.Misfit(result.ExitCode, result.LastOutput, release) is { } wrong ? $"'{text}': {wrong}" : null;
    }

    private async Task<string?> AskAddressAsync(Uri address, DeployableRelease release, CancellationToken cancellationToken)
    {
        try
        {
            return VerifyAssessment.Misfit(await _probe.AskAsync(address, cancellationToken), release);
        }
        catch (HotfixException e) when (e.Code == "HF3110")
        {
            // Right after a deployment a system that does not answer yet is nothing unusual.
            return e.Refusal.Why;
        }
    }

    private async Task<HotfixException> RefuseAsync(Services services, DeployLooked looked, string misfit, CancellationToken cancellationToken)
    {
        ReleaseTag? good = null;
        if (services.GitHubReader is not null)
        {
            await ReportAsync(services, looked.Release, misfit, cancellationToken);
            IReadOnlyList<Deployment> newest = await services.Deployments.ListAsync(environment, sha: null, NewestDeployments, cancellationToken);
            good = DeployHistory.LastGood(newest, looked.Release.Commit, looked.Remote.Tags);
        }

        return run.Refuse(DeployRefusals.NotVerified(looked.Release, environment, misfit, IsProduction ? DeployRefusals.RollbackCommand(good) : null));
    }

    /// <summary>A deployment that this software made and that does not prove itself has not ended well, and is no ticket to production; once it does prove itself, it has.</summary>
    private async Task ReportAsync(Services services, DeployableRelease release, string? misfit, CancellationToken cancellationToken)
    {
        if (services.GitHubReader is null)
            return;

        Deployment? own = (await services.Deployments.ListAsync(environment, release.Commit, NewestDeployments, cancellationToken)).FirstOrDefault(DeploymentOrigin.IsOwn);
        DeploymentStatus? status = (own, misfit) switch
        {
            ({ State: DeploymentState.Succeeded }, { } wrong) => new DeploymentStatus(0, DeploymentState.Failed, "", FailedWords + wrong, default, OwnRun.Url),
            ({ State: DeploymentState.Failed, Status: { } before }, null) when before.Description.StartsWith(FailedWords, StringComparison.Ordinal) =>
                new DeploymentStatus(0, DeploymentState.Succeeded, "", $"{release.Tag} runs", default, OwnRun.Url),
            _ => null,
        };
        if (status is not null)
            await services.Deployments.ReportAsync(own!.Id, status, cancellationToken);
    }
}
