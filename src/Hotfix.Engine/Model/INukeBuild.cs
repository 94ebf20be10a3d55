#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>What a component sees of the build that it is part of.</summary>
public interface INukeBuild
{
    /// <inheritdoc cref="NukeBuild.ExecutionPlan"/>
    IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; }

    /// <inheritdoc cref="NukeBuild.InvokedTargets"/>
    IReadOnlyCollection<ExecutableTarget> InvokedTargets { get; }

    /// <inheritdoc cref="NukeBuild.SkippedTargets"/>
    IReadOnlyCollection<ExecutableTarget> SkippedTargets { get; }

    /// <inheritdoc cref="NukeBuild.ScheduledTargets"/>
    IReadOnlyCollection<ExecutableTarget> ScheduledTargets { get; }

    /// <inheritdoc cref="NukeBuild.RunningTargets"/>
    IReadOnlyCollection<ExecutableTarget> RunningTargets { get; }

    /// <inheritdoc cref="NukeBuild.AbortedTargets"/>
    IReadOnlyCollection<ExecutableTarget> AbortedTargets { get; }

    /// <inheritdoc cref="NukeBuild.FailedTargets"/>
    IReadOnlyCollection<ExecutableTarget> FailedTargets { get; }

    /// <inheritdoc cref="NukeBuild.SucceededTargets"/>
    IReadOnlyCollection<ExecutableTarget> SucceededTargets { get; }

    /// <inheritdoc cref="NukeBuild.FinishedTargets"/>
    IReadOnlyCollection<ExecutableTarget> FinishedTargets { get; }

    /// <inheritdoc cref="NukeBuild.IsSucceeding"/>
    bool IsSucceeding { get; }

    /// <inheritdoc cref="NukeBuild.IsFailing"/>
    bool IsFailing { get; }

    /// <inheritdoc cref="NukeBuild.IsFinished"/>
    bool IsFinished { get; }

    /// <inheritdoc cref="NukeBuild.ExitCode"/>
    int? ExitCode { get; set; }

    /// <inheritdoc cref="NukeBuild.Plan"/>
    bool Plan { get; }

    /// <inheritdoc cref="NukeBuild.Help"/>
    bool Help { get; }

    /// <inheritdoc cref="NukeBuild.NoLogo"/>
    bool NoLogo { get; }

    /// <inheritdoc cref="NukeBuild.Continue"/>
    bool Continue { get; }

    /// <inheritdoc cref="NukeBuild.RootDirectory"/>
    AbsolutePath RootDirectory { get; }

    /// <inheritdoc cref="NukeBuild.TemporaryDirectory"/>
    AbsolutePath TemporaryDirectory { get; }

    /// <inheritdoc cref="NukeBuild.BuildAssemblyFile"/>
    AbsolutePath BuildAssemblyFile { get; }

    /// <inheritdoc cref="NukeBuild.BuildAssemblyDirectory"/>
    AbsolutePath BuildAssemblyDirectory { get; }

    /// <inheritdoc cref="NukeBuild.BuildProjectFile"/>
    AbsolutePath BuildProjectFile { get; }

    /// <inheritdoc cref="NukeBuild.BuildProjectDirectory"/>
    AbsolutePath BuildProjectDirectory { get; }

    /// <inheritdoc cref="NukeBuild.Verbosity"/>
    Verbosity Verbosity { get; }

    /// <inheritdoc cref="NukeBuild.Host"/>
    Host Host { get; }

    /// <inheritdoc cref="NukeBuild.IsLocalBuild"/>
    bool IsLocalBuild { get; }

    /// <inheritdoc cref="NukeBuild.IsServerBuild"/>
    bool IsServerBuild { get; }

    /// <inheritdoc cref="NukeBuild.ReportSummary(Configure{Dictionary{string, string}})"/>
    void ReportSummary(Configure<Dictionary<string, string>> configurator = null);

    /// <summary>
    /// The value of an injected member of a component: <c>string Tag =&gt; TryGetValue(() =&gt; Tag)</c>. Found once, then remembered; <c>null</c> when there
    /// is none.
    /// </summary>
    T TryGetValue<T>(Expression<Func<T>> parameterExpression)
        where T : class;

    /// <summary>As the other one, for value types: <c>int? Retries =&gt; TryGetValue&lt;int?&gt;(() =&gt; Retries)</c>.</summary>
    T TryGetValue<T>(Expression<Func<object>> parameterExpression);
}
