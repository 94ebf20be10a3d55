namespace Hotfix.Parity.Builds;

/// <summary>Targets that fail, stop and set exit codes.</summary>
internal sealed class OutcomeBuild : ReportingBuild
{
    private bool _stopped;

    public static int Start() => Execute<OutcomeBuild>(x => x.First);

    public Target First => _ => _.Executes(() => ReportSummary(pairs => new Dictionary<string, string>(pairs) { ["PR"] = "#17" }));

    public Target Boom => _ => _.DependsOn(First).Executes(() => throw new InvalidOperationException("boom happened\nsecond line"));

    public Target AfterBoom => _ => _.DependsOn(Boom).Executes(() => { });

    public Target Cleanup => _ => _.TriggeredBy(Boom).AssuredAfterFailure().Executes(() => Report("cleaning up"));

    public Target Proceeds => _ => _.ProceedAfterFailure().Executes(() => throw new InvalidOperationException("first"));

    public Target AfterProceeds => _ => _.DependsOn(Proceeds).Executes(() => { });

    public Target Code => _ => _.Executes(() => ExitCode = 42);

    public Target Stops =>
        _ =>
            _.Executes(() =>
            {
                _stopped = true;
                ExitCode = 75;
            });

    public Target Later => _ => _.DependsOn(Stops).OnlyWhenDynamic(() => !_stopped).Executes(() => { });

    public Target Last => _ => _.DependsOn(Later).OnlyWhenDynamic(() => !_stopped).Executes(() => { });
}
