using Nuke.Common;
using Serilog;

namespace Hotfix.Engine.Tests.Builds;

internal interface ICreateHotfixBranch : INukeBuild
{
    [Parameter("Short description of the hotfix")]
    string Description => TryGetValue(() => Description);

    Target CreateHotfixBranch =>
        _ =>
            _.Description("Creates hotfix/<slug> from the release tag")
                .Requires(() => Description)
                .Executes(() =>
                {
                    Log.Information("Creating branch for {Description}", Description);
                    Log.Debug("Debug line");
                });
}

internal interface IRunTests : INukeBuild
{
    Target Test => _ => _.TryAfter<ICreateHotfixBranch>(x => x.CreateHotfixBranch).Executes(() => Log.Information("Testing"));
}

internal interface IOpenPR : INukeBuild
{
    [Parameter("Api key")]
    [Secret]
    string ApiKey => TryGetValue(() => ApiKey);

    Target OpenPR =>
        _ =>
            _.Description("Opens the pull request")
                .DependsOn<ICreateHotfixBranch>()
                .DependsOn<IRunTests>(x => x.Test)
                .Executes(() =>
                {
                    Log.Warning("OpenPR token length {Length}", ApiKey?.Length ?? -1);
                    ReportSummary(_ =>
                    {
                        _["PR"] = "#17";
                        return _;
                    });
                });
}

internal interface IAwaitMerge : INukeBuild
{
    [Parameter("Seconds between polls")]
    int? PollSeconds => TryGetValue<int?>(() => PollSeconds);

    Target AwaitMerge =>
        _ =>
            _.Description("Waits until the pull request is merged")
                .DependsOn<IOpenPR>()
                .Executes(async () =>
                {
                    await Task.Yield();
                    Log.Information("Poll every {Seconds}s", PollSeconds);
                });
}

internal interface IRelease : INukeBuild
{
    Target Release => _ => _.DependsOn<IAwaitMerge>().Executes(() => Log.Information("Releasing"));
}
