using Hotfix.Components.Guards;
using Hotfix.Components.Output;
using Hotfix.Components.Running;
using Hotfix.Components.Testing;

namespace Hotfix.Components;

/// <summary>
/// Belongs on a build class with hotfix targets: refuses what NUKE would silently leave out or misread, checks the parameters before anything runs,
/// hides secrets, and sums up at the end.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HotfixBuildAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized, IOnBuildFinished
{
    private static readonly string[] Lane =
    [
        nameof(ICreateHotfixBranch.CreateHotfixBranch),
        nameof(IOpenPR.OpenPR),
        nameof(IAwaitMerge.AwaitMerge),
        nameof(IRelease.Release),
        nameof(IReportStatus.Status),
        nameof(IForwardPort.ForwardPort),
        nameof(IDeploy.Deploy),
        nameof(IAwaitDeploy.AwaitDeploy),
        nameof(IVerify.Verify),
        nameof(IRollback.Rollback),
        nameof(IAbandon.Abandon),
        nameof(IDescribeRelease.DescribeRelease),
        nameof(IPostMortem.PostMortem),
        nameof(IDoctor.Doctor),
        nameof(IReport.Report),
    ];

    // Beside the hotfix path: they end with words of their own, and there is nothing to go on with.
    private static readonly string[] Tools = [nameof(IDrill.Drill), nameof(ILocalGitHub.LocalGitHub), nameof(IBenchmark.Benchmark), nameof(IInit.Init)];

    private InputGuards? _guards;

    /// <summary>Before NUKE's answer to <c>--plan</c> (10), which needs a browser, and after its parameters (100).</summary>
    public HotfixBuildAttribute() => Priority = 20;

    private InputGuards Guards => _guards ??= new InputGuards(Build);

    /// <inheritdoc/>
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        // Also for a Main that does not go through HotfixProgram: components read their parameters later than this.
        HiddenVariables.Hide();
        if (!Build.Help)
        {
            Guards.CheckValues(executableTargets);
        }
        else if (!EngineKind.IsEmbedded)
        {
            HotfixProgram.Show(["Parameters by topic; each is explained below:", "", .. ParameterTopics.Index(Build.GetType()), ""]);
        }

        if (Build is IRunTests tests)
            OwnTest.Adopt(tests, executableTargets);
    }

    /// <inheritdoc/>
    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (Build.Help)
            return;

        if (Build.Plan)
            HotfixProgram.Answer(PlanText.Of(executionPlan));

        if (Build is not IHazHotfix build)
            return;

        Guards.CheckPlan(executionPlan);
        if (executionPlan.Any(target => SkipGuard.IsOurs(target) && !Tools.Contains(target.Name)))
            HotfixProcess.Targets = [.. executionPlan.Where(target => target.Invoked).Select(target => target.Name)];

        HotfixRun run = HotfixRun.Begin(Build, new RunFactory(build, [.. executionPlan.Select(target => target.Name)]).Make());
        HotfixProcess.Record = run.Record;
        if (executionPlan.Any(target => Lane.Contains(target.Name)))
        {
            _ = run.Context;
            _ = run.Requests;
        }
    }

    /// <inheritdoc/>
    public void OnBuildFinished()
    {
        if (Build is not IHazHotfix || HotfixProcess.IsOver || HotfixProcess.Record is null)
            return;

        MaskingSink.PutBack();
        HotfixRun run = HotfixRun.Of(Build);
        run.Finish(isSuccess: Build.IsSucceeding && Build.ExitCode is null or 0);
        new RunSummary(run.Record).Print();
        HotfixProcess.Record = run.Record;
        HotfixProcess.IsOver = true;
    }
}
