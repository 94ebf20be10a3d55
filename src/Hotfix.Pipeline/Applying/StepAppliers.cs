using Hotfix.Core.Plans;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Applying;

/// <summary>
/// The one table of what applies each step, complete over all of them. Made anew for each plan: what a plan's deployment is called is kept between
/// its steps.
/// </summary>
internal sealed class StepAppliers(RunContext run, Services services, BuildSteps? build)
{
    private static readonly Dictionary<Type, Applier> Table = new Row[]
    {
        // The clone and its remote.
        On<PlanStep.CreateBranch>(all => all.Services.GitWriter.ApplyAsync),
        On<PlanStep.FastForwardBranch>(all => all.Services.GitWriter.ApplyAsync),
        On<PlanStep.CheckOutBranch>(all => all.Services.GitWriter.ApplyAsync),
        On<PlanStep.AddWorktree>(all => all.Services.GitWriter.ApplyAsync),
        On<PlanStep.ApplyFix>(all => all.Proposals.ApplyAsync),
        On<PlanStep.PushBranch>(all => all.Services.GitWriter.ApplyAsync),
        On<PlanStep.CreateTag>(all => all.Services.GitWriter.ApplyAsync),
        On<PlanStep.DeleteBranch>(all => all.Services.BranchDeleting.ApplyAsync),
        On<PlanStep.DeleteRemoteBranch>(all => all.Services.BranchDeleting.ApplyAsync),
        // Pull requests and releases.
        On<PlanStep.OpenPullRequest>(all => all.Services.RequiredGitHub.Opening.ApplyAsync),
        On<PlanStep.UpdatePullRequestBody>(all => all.Services.RequiredGitHub.Body.ApplyAsync),
        On<PlanStep.ClosePullRequest>(all => all.Services.RequiredGitHub.Closing.ApplyAsync),
        On<PlanStep.AddLabels>(all => all.Services.RequiredGitHub.Extras.ApplyAsync),
        On<PlanStep.RequestReviewers>(all => all.Services.RequiredGitHub.Extras.ApplyAsync),
        On<PlanStep.MergePullRequest>(all => all.Services.RequiredGitHub.Merging.ApplyAsync),
        On<PlanStep.UpdateBranch>(all => all.Services.RequiredGitHub.Updating.ApplyAsync),
        On<PlanStep.ArmAutoMerge>(all => all.Services.RequiredGitHub.AutoMerging.ApplyAsync),
        On<PlanStep.Enqueue>(all => all.Services.RequiredGitHub.Queue.ApplyAsync),
        On<PlanStep.DraftRelease>(all => all.Services.RequiredGitHub.Drafting.ApplyAsync),
        On<PlanStep.UploadAsset>(all => all.Services.RequiredGitHub.Assets.ApplyAsync),
        On<PlanStep.PublishRelease>(all => all.Services.RequiredGitHub.Publishing.ApplyAsync),
        On<PlanStep.WriteComment>(all => all.Services.Comments.ApplyAsync),
        On<PlanStep.CarryOver>(all => all.Proposals.ApplyAsync),
        On<PlanStep.OpenRevert>(all => all.Proposals.ApplyAsync),
        // Issues, and what stands for them.
        On<PlanStep.OpenDebt>(all => all.Issues.ApplyAsync),
        On<PlanStep.ReopenDebt>(all => all.Issues.ApplyAsync),
        On<PlanStep.CloseDebt>(all => all.Issues.ApplyAsync),
        On<PlanStep.LockReleases>(all => all.Issues.ApplyAsync),
        On<PlanStep.UnlockReleases>(all => all.Issues.ApplyAsync),
        On<PlanStep.OpenPostMortem>(all => all.Issues.ApplyAsync),
        On<PlanStep.WritePostMortem>(_ => FileAppliers.ApplyAsync),
        // Workflows, environments and deployments.
        On<PlanStep.StartRelease>(all => all.Deployments.ApplyAsync),
        On<PlanStep.StartDeployWorkflow>(all => all.Deployments.ApplyAsync),
        On<PlanStep.RequestDeployment>(all => all.Deployments.ApplyAsync),
        On<PlanStep.PerformDeployment>(all => all.Deployments.ApplyAsync),
        On<PlanStep.ReportDeployment>(all => all.Deployments.ApplyAsync),
        On<PlanStep.MakeEnvironment>(all => all.Deployments.ApplyAsync),
        // What only the build can do.
        On<PlanStep.RunTests>(all => all.Build.Of(steps => steps.RunTests)),
        On<PlanStep.VerifyEnvironment>(all => all.Build.Of(steps => steps.Verify)),
        On<PlanStep.WriteFile>(all => all.Build.Of(steps => steps.WriteFile)),
        On<PlanStep.RemoveFile>(all => all.Build.Of(steps => steps.RemoveFile)),
        new(typeof(PlanStep.GoBack), (all, step, stop) => all.Build.Of(steps => steps.GoBack)((PlanStep.GoBack)step, stop)),
    }.ToDictionary(row => row.Step, row => row.Apply);

    private delegate Task<Outcome?> Applier(StepAppliers all, PlanStep step, CancellationToken cancellationToken);

    /// <summary>Every step that can be applied.</summary>
    public static IReadOnlyCollection<Type> Steps => Table.Keys;

    private Services Services => services;

    private BuildSteps Build => build ?? new BuildSteps();

    private DeploymentAppliers Deployments => field ??= new DeploymentAppliers(run, services, Build);

    private IssueAppliers Issues => new(services);

    private ProposalAppliers Proposals => new(services);

    /// <summary>Whether a step shows by itself that it goes on.</summary>
    public static bool ShowsItself(PlanStep step) => step is PlanStep.RunTests or PlanStep.PerformDeployment or PlanStep.VerifyEnvironment or PlanStep.GoBack;

    /// <summary>Applies one step; <c>null</c> when that stopped the run for somebody's move.</summary>
    public Task<Outcome?> ApplyAsync(PlanStep step, CancellationToken cancellationToken) => Table[step.GetType()](this, step, cancellationToken);

    private static Row On<T>(Func<StepAppliers, Func<T, CancellationToken, Task<Outcome>>> applier)
        where T : PlanStep => new(typeof(T), async (all, step, stop) => await applier(all)((T)step, stop));

    private sealed record Row(Type Step, Applier Apply);
}
