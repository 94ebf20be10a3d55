using Hotfix.Components.Output;
using Hotfix.Components.Running;
using Nuke.Common.Execution;

namespace Hotfix.Components;

/// <summary>Belongs on a build class with hotfix targets: checks the parameters before anything runs, and sums up at the end.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HotfixBuildAttribute : BuildExtensionAttributeBase, IOnBuildInitialized, IOnBuildFinished
{
    private static readonly string[] Lane =
    [
        nameof(ICreateHotfixBranch.CreateHotfixBranch), nameof(IOpenPR.OpenPR), nameof(IAwaitMerge.AwaitMerge), nameof(IRelease.Release), nameof(IReportStatus.Status),
    ];

    /// <inheritdoc/>
    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (Build is IHazHotfix build && executionPlan.Any(target => Lane.Contains(target.Name)))
        {
            _ = HotfixRun.Of(build).Request;
        }
    }

    /// <inheritdoc/>
    public void OnBuildFinished()
    {
        if (Build is not IHazHotfix build)
        {
            return;
        }

        HotfixRun run = HotfixRun.Of(build);
        run.Finish();
        var summary = new RunSummary(run.Record);
        summary.Print();
        HotfixProgram.LastLine = summary.LastLine;
        HotfixProgram.Document = new RunDocument(run.Record);
    }
}
