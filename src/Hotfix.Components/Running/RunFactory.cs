using Hotfix.Components.Guards;
using Hotfix.Components.Output;
using Hotfix.Components.Output.Consoles;
using Hotfix.Components.Running.Deploying;
using Hotfix.Components.Running.PostMortems;
using Hotfix.Components.Testing;
using Hotfix.Core.Plans;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.Applying;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Running;

/// <summary>Makes what a run gets of its build: from here on nobody asks the build for a parameter.</summary>
/// <param name="build">The build.</param>
/// <param name="targets">Names of the targets that are to run.</param>
internal sealed class RunFactory(IHazHotfix build, IReadOnlyCollection<string> targets)
{
    public RunOrder Make()
    {
        var record = new RunRecord();
        return new RunOrder(Settings(record), record)
        {
            EvidenceFile = build.TestEvidence,
            Parse = () => Parse(settings: null),
            ParseTargets = ParseTargets,
            Means = Means,
        };
    }

    private RunSettings Settings(RunRecord record) =>
        new(RequestFactory.Connection(build), build.RootDirectory)
        {
            IsRehearsal = build.DryRun,
            IsAttended = build.IsLocalBuild,
            Plan = new RunPlan
            {
                OpensPullRequest = targets.Contains(TargetNames.OpenPR),
                Merges = targets.Contains(TargetNames.AwaitMerge),
                Releases = targets.Contains(TargetNames.Release),
                FollowsDeployment = targets.Contains(TargetNames.AwaitDeploy),
                IsUmbrella = targets.Contains(TargetNames.Hotfix),
            },
            BeginPausing = () => WaitingDisplay.Begin(record, Terminal()),
            Progress = what => LongWork.Begin(what),
            Stopped = () => build.ExitCode = HotfixRun.SomebodysMove,
            Settle = SettleAsync,
        };

    // 'Test' alone writes the file: what is in it by then is not read.
    private HotfixRequest Parse(BaseSettings? settings)
    {
        HotfixRequest request = RequestFactory.Parse(build, settings);
        return build.TestEvidence is { } file && targets.Contains(TargetNames.OpenPR)
            ? request with
            {
                Evidence = new GivenEvidence(file, TestEvidenceFile.Read(Path.GetFullPath(file, Environment.CurrentDirectory))),
            }
            : request;
    }

    private async Task<HotfixRequest> SettleAsync(Services services, HotfixRequest request, CancellationToken cancellationToken)
    {
        if (await BaseSettings.ReadAsync(services.GitReader, Here(), request, cancellationToken) is not { } settings)
            return request;

        services.Remote = settings.Remote;
        return Parse(settings);
    }

    private BaseSettings.Place Here()
    {
        string file = Path.Combine(EngineKind.FolderOf(build.RootDirectory), BaseSettings.FileName);
        GivenArguments given = InputGuards.OfProcess();
        HashSet<string> variables =
        [
            .. InputGuards.ReadVariables().Where(variable => variable.Value.Length > 0).Select(variable => Spelling.Bare(variable.Key)),
        ];
        return new BaseSettings.Place(File.Exists(file) ? File.ReadAllText(file) : null, name =>
            given.Last(name) is not null || variables.Contains("NUKE" + Spelling.Bare(name))
        );
    }

    // A CI host keeps a log, also where its output is a terminal.
    private TerminalWriter? Terminal() => build.IsLocalBuild && !build.Json && WaitingTable.CanBeDrawn ? HotfixProcess.Terminal : null;

    private TargetRequests ParseTargets()
    {
        string? reason = build is IHazReason said ? RequestParser.Reason("--reason", said.Reason) : null;
        return new TargetRequests
        {
            Deploy = build is IHazDeployment deploying ? DeployRequests.Parse(deploying) : new DeployRequest(),
            Rollback = build is IRollback back ? DeployRequests.Parse(back, reason) : new RollbackRequest(),
            PostMortem = build is IPostMortem postMortem ? PostMortemRequests.Parse(postMortem) : new PostMortemRequest(),
            Reason = reason,
            NotNeeded = build is IForwardPort port ? RequestParser.Reason("--not-needed", port.NotNeeded) : null,
        };
    }

    private DeployMeans Means(RunContext run, DeployRequest request) =>
        new(
            new BuildSteps
            {
                Deploy = (step, _) => ((IDeploy)build).DeployAsync(new DeployTarget(step.Environment, step.Release)),
                Verify = (step, stop) => VerifyAsync(run, request, step, stop),
            }
        )
        {
            How = build is IDeploy deploy ? How(deploy) : null,
            Workflow = request.DeployWorkflow,
            Inputs = request.DeployInputs,
            Verifies = environment => Verification.Describe(run, request, environment),
        };

    private static string? How(IDeploy deploy) =>
        Overrides.Has(deploy.GetType(), typeof(IDeploy), nameof(IDeploy.DeployAsync)) ? $"{deploy.GetType().Name}.{nameof(IDeploy.DeployAsync)}"
        : string.IsNullOrWhiteSpace(deploy.DeployCommand) ? null
        : $"'{deploy.DeployCommand}'";

    private static async Task<Outcome> VerifyAsync(RunContext run, DeployRequest request, PlanStep.VerifyEnvironment step, CancellationToken cancellationToken)
    {
        using var verification = new Verification(run, request, step);
        return await verification.VerifyAsync(cancellationToken);
    }
}
