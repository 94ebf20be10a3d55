#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>Base of a build class. Its <c>Main</c> returns <see cref="Execute{T}"/>; its <see cref="Target"/> properties are the targets.</summary>
public abstract class NukeBuild : INukeBuild
{
    private BuildExtensions _extensions;

    /// <summary>Makes the build; its parameters have no values yet.</summary>
    protected NukeBuild() { }

    /// <summary>The nearest folder with <c>.nuke</c> at or above the working directory, unless <c>--root</c> names another.</summary>
    [Parameter("Root directory during build execution.", Name = "Root")]
    public static AbsolutePath RootDirectory => BuildSession.Current.RootDirectory;

    /// <summary><c>.nuke/temp</c> below the root directory; exists.</summary>
    public static AbsolutePath TemporaryDirectory => BuildSession.Current.TemporaryDirectory;

    /// <summary>The assembly that holds the build; <c>null</c> when it was loaded from memory.</summary>
    public static AbsolutePath BuildAssemblyFile => BuildFiles.AssemblyFile;

    /// <summary>The folder of <see cref="BuildAssemblyFile"/>.</summary>
    public static AbsolutePath BuildAssemblyDirectory => BuildFiles.AssemblyFile?.Parent;

    /// <summary>The project file that the assembly was built from; <c>null</c> when none lies above it.</summary>
    public static AbsolutePath BuildProjectFile => BuildFiles.ProjectFile;

    /// <summary>The folder of <see cref="BuildProjectFile"/>.</summary>
    public static AbsolutePath BuildProjectDirectory => BuildFiles.ProjectFile?.Parent;

    /// <summary>Where the build runs.</summary>
    [Parameter("Host for execution. Default is 'automatic'.", Name = "Host")]
    public static Host Host
    {
        get => BuildSession.Current.Host;
        set => BuildSession.Current.Host = value;
    }

    /// <summary>Least important log level on the console.</summary>
    [Parameter("Logging verbosity during build execution. Default is 'Normal'.", Name = "Verbosity")]
    public static Verbosity Verbosity
    {
        get => BuildSession.Current.Verbosity;
        set => BuildSession.Current.Verbosity = value;
    }

    /// <summary>Whether a person's machine runs the build.</summary>
    public static bool IsLocalBuild => Host is Terminal;

    /// <summary>Whether a build server runs the build.</summary>
    public static bool IsServerBuild => !IsLocalBuild;

    /// <summary>The profiles of <c>--profile</c>; empty when none was named.</summary>
    [Parameter("Defines the profiles to load.", Name = "Profile")]
    public static string[] LoadedLocalProfiles => BuildSession.Current.Profiles;

    /// <summary>The targets of this run, in order; <c>null</c> until it is made.</summary>
    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; }

    /// <summary>Targets that the caller named, or the defaults.</summary>
    [Parameter("List of targets to be invoked. Default is '{default_target}'.", Name = ParameterSource.TargetName, Separator = ParameterSource.TargetSeparator)]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => [.. ExecutionPlan.Where(target => target.Invoked)];

    /// <summary>Targets that are skipped, as far as that is known yet.</summary>
    [Parameter(
        "List of targets to be skipped. Empty list skips all dependencies.",
        Name = ParameterSource.SkipName,
        Separator = ParameterSource.TargetSeparator
    )]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => WithStatus(ExecutionStatus.Skipped);

    /// <summary>Targets whose turn has not come yet.</summary>
    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => WithStatus(ExecutionStatus.Scheduled);

    /// <summary>Targets that are running.</summary>
    public IReadOnlyCollection<ExecutableTarget> RunningTargets => WithStatus(ExecutionStatus.Running);

    /// <summary>Targets that an interruption cut off.</summary>
    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => WithStatus(ExecutionStatus.Aborted);

    /// <summary>Targets that have thrown.</summary>
    public IReadOnlyCollection<ExecutableTarget> FailedTargets => WithStatus(ExecutionStatus.Failed);

    /// <summary>Targets that have run to their end.</summary>
    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => WithStatus(ExecutionStatus.Succeeded);

    /// <summary>Targets that have run, whatever came of it.</summary>
    public IReadOnlyCollection<ExecutableTarget> FinishedTargets => [.. FailedTargets, .. SucceededTargets];

    /// <summary>Every target has succeeded, was skipped, or has nothing to run.</summary>
    public bool IsSucceeding =>
        ExecutionPlan.All(target => target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Skipped or ExecutionStatus.Collective);

    /// <summary>A target has failed, was cut off, or was not reached.</summary>
    public bool IsFailing => ExecutionPlan.Any(target => target.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

    /// <summary>No target runs or waits for its turn.</summary>
    public bool IsFinished => !ExecutionPlan.Any(target => target.Status is ExecutionStatus.Scheduled or ExecutionStatus.Running);

    /// <summary>Exit code of the process in place of 0 and 255; <c>null</c> leaves it to the outcome. Does not change the outcome itself.</summary>
    public int? ExitCode { get; set; }

    /// <summary><c>--plan</c>: prints the execution plan and runs nothing.</summary>
    [Parameter("Shows the execution plan.")]
    public bool Plan { get; }

    /// <summary><c>--help</c>: prints targets and parameters and runs nothing.</summary>
    [Parameter("Shows the help text for this build assembly.")]
    public bool Help { get; }

    /// <summary><c>--no-logo</c>: leaves out the line that names the engine.</summary>
    [Parameter("Disables displaying the NUKE logo.")]
    public bool NoLogo { get; set; }

    /// <summary><c>--continue</c>, which this engine refuses.</summary>
    [Parameter("Is refused by this engine: a run finds out itself what is done already.")]
    public bool Continue { get; internal set; }

    Host INukeBuild.Host => Host;

    Verbosity INukeBuild.Verbosity => Verbosity;

    bool INukeBuild.IsLocalBuild => IsLocalBuild;

    bool INukeBuild.IsServerBuild => IsServerBuild;

    AbsolutePath INukeBuild.RootDirectory => RootDirectory;

    AbsolutePath INukeBuild.TemporaryDirectory => TemporaryDirectory;

    AbsolutePath INukeBuild.BuildAssemblyFile => BuildAssemblyFile;

    AbsolutePath INukeBuild.BuildAssemblyDirectory => BuildAssemblyDirectory;

    AbsolutePath INukeBuild.BuildProjectFile => BuildProjectFile;

    AbsolutePath INukeBuild.BuildProjectDirectory => BuildProjectDirectory;

    internal IReadOnlyList<ExecutableTarget> ExecutableTargets { get; set; }

    internal BuildExtensions Extensions => _extensions ??= new BuildExtensions(this);

    T INukeBuild.TryGetValue<T>(Expression<Func<T>> parameterExpression) => InjectedMembers.Get<T>(parameterExpression, this);

    T INukeBuild.TryGetValue<T>(Expression<Func<object>> parameterExpression) => InjectedMembers.Get<T>(parameterExpression, this);

    /// <summary>Shows pairs behind the running target in the summary table; a second call replaces the first.</summary>
    public void ReportSummary(Configure<Dictionary<string, string>> configurator = null)
    {
        SetSummary(RunningTargets.Single(), configurator);
    }

    internal static void SetSummary(ExecutableTarget target, Configure<Dictionary<string, string>> configurator)
    {
        var pairs = new Dictionary<string, string>();
        target.SummaryInformation = new Dictionary<string, string>(configurator is null ? pairs : configurator(pairs));
    }

    /// <summary>Runs the build with the arguments of the process.</summary>
    /// <param name="defaultTargetExpressions">What runs when no target is named, as <c>x =&gt; x.Test</c>.</param>
    /// <returns>0 when every target succeeded or was skipped, else -1 (255 in a shell); <see cref="ExitCode"/> when it was set.</returns>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() => BuildManager.Execute<T>(defaultTargetExpressions);

    /// <summary>Called when the targets are known and the parameters are set.</summary>
    protected internal virtual void OnBuildCreated() { }

    /// <summary>Called when the plan is made, before any condition is evaluated.</summary>
    protected internal virtual void OnBuildInitialized() { }

    /// <summary>Called after the summary: the place for a last line.</summary>
    protected internal virtual void OnBuildFinished() { }

    /// <summary>Called right before a target runs.</summary>
    protected internal virtual void OnTargetRunning(string target) { }

    /// <summary>Called when a target's turn has come and it is skipped.</summary>
    protected internal virtual void OnTargetSkipped(string target) { }

    /// <summary>Called right after a target has run to its end.</summary>
    protected internal virtual void OnTargetSucceeded(string target) { }

    /// <summary>Called right after a target has thrown.</summary>
    protected internal virtual void OnTargetFailed(string target) { }

    private List<ExecutableTarget> WithStatus(ExecutionStatus status) => [.. ExecutionPlan.Where(target => target.Status == status)];
}
