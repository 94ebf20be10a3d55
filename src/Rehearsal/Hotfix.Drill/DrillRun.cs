using System.Collections;
using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Rehearsals;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill;

/// <summary>One drill from its folder to its last line: sets the stage, lets the players act, and clears up.</summary>
internal sealed class DrillRun(DrillOptions options, TextWriter writer, TimeProvider clock)
{
    private readonly Progress _progress = new(writer, clock, options.IsQuiet);

    /// <summary>Runs it; the folder is deleted after a good end unless it is to be kept.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5902 to HF5907; the folder is kept and named.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        DrillFolder folder = DrillFolder.Create(options.Folder);
        bool succeeded = false;
        try
        {
            await RehearseAsync(folder, cancellationToken);
            succeeded = true;
        }
        finally
        {
            if (succeeded && !options.Keeps)
            {
                folder.Delete();
                _progress.Write("The folder is gone; --keep keeps it.");
            }
            else
            {
                string stopped = succeeded ? "" : $"Stopped in stage '{_progress.CurrentStage}'. ";
                _progress.Write($"{stopped}The folder to look at: {folder.Root} (clone, ci, server, logs).");
            }
        }
    }

    private async Task RehearseAsync(DrillFolder folder, CancellationToken cancellationToken)
    {
        _progress.Stage($"A throw-away repository and a local GitHub in {folder.Root}");
        var environment = new DrillEnvironment(folder.Home, OwnEnvironment());
        var plainGit = new GitCommands(environment.Plain, folder.Log("git"));
        var tests = new DotnetTest(folder, environment, _progress);
        IRehearsal rehearsal = await ChooseAsync((folder, environment), (plainGit, tests), cancellationToken);
        await rehearsal.PrepareAsync(folder.Origin, cancellationToken);
        await using CompilerServer? compiler =
            options.Here is null && !options.Scenario.IsInNode
                ? await CompilerServer.StartAsync(environment, folder.Origin, folder.Log("compiler"), cancellationToken)
                : null;
        if (compiler is not null)
            environment.Share(compiler);

        await using DrillServer server = await DrillServer.StartAsync(folder, rehearsal, cancellationToken);
        _progress.Say("drill", $"{server.FullName} at {server.Address}: one required check, one review");
        _progress.Say(
            "drill",
            options.IsExceptional
                ? "the exceptional lane: main is red, production one release behind"
                : $"scenario {options.Scenario.Name}: {options.Scenario.Summary}"
        );
        try
        {
            await PlayAsync((folder, environment, plainGit), rehearsal, server, cancellationToken);
        }
        finally
        {
            await server.SaveRequestsAsync(folder.Log("requests"));
        }
    }

    private async Task PlayAsync(
        (DrillFolder Folder, DrillEnvironment Environment, GitCommands Git) at,
        IRehearsal rehearsal,
        DrillServer server,
        CancellationToken cancellationToken
    )
    {
        string[] tags = (
            await at.Git.RunAsync(at.Folder.Origin, ["tag", "--list", "--sort=version:refname", $"{rehearsal.Habits.TagPrefix}*"], cancellationToken)
        ).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await server.PublishOldReleasesAsync(tags, cancellationToken);
        var onCallGit = new GitCommands(at.Environment.ForGit(server.Address, server.OnCall), at.Folder.Log("git"));
        await onCallGit.RunAsync(at.Folder.Root, ["clone", "--quiet", server.CloneAddress, at.Folder.Clone], cancellationToken);

        using var ciApi = new GitHubApi(server.Address, server.FullName, server.Ci);
        using var reviewerApi = new GitHubApi(server.Address, server.FullName, server.Reviewer);
        using var api = new GitHubApi(server.Address, server.FullName, server.Reviewer);
        var ciGit = new GitCommands(at.Environment.ForGit(server.Address, server.Ci), at.Folder.Log("ci-git"));
        var scene = new Scene(_progress, server, clock);
        await using Fleet? machines = rehearsal.Habits.Deployment is null ? null : await Fleet.StartAsync(at.Folder.Fleet, cancellationToken);
        using TeamCast? team = machines is null ? null : new TeamCast(server, scene, rehearsal.Habits, (at.Folder, machines));
        var cast = new DrillCast
        {
            Folder = at.Folder,
            Rehearsal = rehearsal,
            Targets = new TargetProcess(
                options.BuildAssembly,
                at.Folder.Clone,
                at.Environment.ForTargets(server.Address, server.OnCall, at.Folder.Summary),
                _progress
            ),
            Ci = new ContinuousIntegration(ciApi, new CiWorkshop(at.Folder.Ci, server.CloneAddress, ciGit), rehearsal, scene)
            {
                FirstPullRequestIsRed = options.Scenario.FirstCheckIsRed,
            },
            Reviewer = new Reviewer(reviewerApi, scene)
            {
                Merges = options.Scenario.ReviewerMerges,
                LeavesReleases = options.IsExceptional,
                Checks = rehearsal.Habits.Checks,
            },
            Git = new GitCommands(at.Environment.ForGit(server.Address, server.Reviewer), at.Folder.Log("git")),
            Api = api,
            Scenario = options.Scenario,
            Scene = scene,
            AlsoVerifies = team is null ? null : team.VerifyAsync,
        };
        var releasePlease = new ReleasePlease(ciApi, ciGit, (at.Folder.Root, server.CloneAddress), rehearsal, scene);
        Func<CancellationToken, Task>[] players =
        [
            .. rehearsal.Habits.UsesReleasePlease ? [releasePlease.RunAsync] : Array.Empty<Func<CancellationToken, Task>>(),
            .. team?.Players ?? [],
        ];
        if (options.IsOnASupportLine)
        {
            await PlayExceptionalAsync(at, cast, (tags.Length, players, team), cancellationToken);
            return;
        }

        if (team is not null)
            await team.PastAsync(cast, cancellationToken);

        await PlayStandardAsync(cast, tags.Length, players, cancellationToken);
    }

    private async Task PlayStandardAsync(
        DrillCast cast,
        int oldReleases,
        IReadOnlyList<Func<CancellationToken, Task>> more,
        CancellationToken cancellationToken
    )
    {
        var drill = new StandardLaneDrill(cast);
        DrillChain chain = await ShowAsync(drill.Timeline, () => WithPlayersAsync(cast, token => drill.RunAsync(oldReleases, token), more, cancellationToken));
        await KeepStoryAsync(cast, chain, cancellationToken);
    }

    private async Task PlayExceptionalAsync(
        (DrillFolder Folder, DrillEnvironment Environment, GitCommands Git) at,
        DrillCast cast,
        (int OldReleases, IReadOnlyList<Func<CancellationToken, Task>> Players, TeamCast? Team) more,
        CancellationToken cancellationToken
    )
    {
        DrillServer server = cast.Scene.Server;
        await using Fleet fleet = await Fleet.StartAsync(at.Folder.Fleet, cancellationToken);
        using var owner = new GitHubApi(server.Address, server.FullName, server.Owner);
        using var colleague = new GitHubApi(server.Address, server.FullName, server.Colleague);
        using var reviewer = new GitHubApi(server.Address, server.FullName, server.Reviewer);
        await cast.Git.RunAsync(at.Folder.Root, ["clone", "--quiet", server.CloneAddress, at.Folder.Runner], cancellationToken);
        var pipeline = new Pipeline(owner, reviewer, server, cast.Scene)
        {
            Targets = variables => new TargetProcess(
                options.BuildAssembly,
                at.Folder.Runner,
                at.Environment.ForTargets(server.Address, server.Ci, at.Folder.Log("actions-summary"))
                    .Concat(variables)
                    .ToDictionary(StringComparer.OrdinalIgnoreCase),
                _progress,
                "actions"
            ),
            Fleet = fleet,
            Folder = at.Folder,
            DeployCommand = fleet.Command(DrillEnvironment.Dotnet, typeof(DrillRun).Assembly.Location),
            Rehearsal = cast.Rehearsal,
        };
        (GitCommands, GitHubApi) people = (new GitCommands(at.Environment.ForGit(server.Address, server.Colleague), at.Folder.Log("git")), colleague);
        (Timeline timeline, Func<CancellationToken, Task<DrillChain>> play) = Script((cast, fleet, owner), people, more);
        Func<CancellationToken, Task>[] players = [.. more.Players, .. more.Team is null ? [pipeline.RunAsync] : Array.Empty<Func<CancellationToken, Task>>()];
        DrillChain chain = await ShowAsync(timeline, () => WithPlayersAsync(cast, play, players, cancellationToken));
        await KeepStoryAsync(cast, chain, cancellationToken);
    }

    private (Timeline Timeline, Func<CancellationToken, Task<DrillChain>> Play) Script(
        (DrillCast Cast, Fleet Fleet, GitHubApi Owner) with,
        (GitCommands, GitHubApi) colleague,
        (int OldReleases, IReadOnlyList<Func<CancellationToken, Task>> Players, TeamCast? Team) more
    )
    {
        if (options.Scenario.FixIsOnMain)
        {
            var carrying = new FixFromMainDrill(with.Cast, with.Fleet, with.Owner) { Colleague = colleague };
            return (carrying.Timeline, token => carrying.RunAsync(more.OldReleases, token));
        }

        var exceptional = new ExceptionalLaneDrill(with.Cast, with.Fleet, with.Owner)
        {
            Colleague = colleague,
            Past = more.Team is { } team ? token => team.PastAsync(with.Cast, token) : null,
        };
        return (exceptional.Timeline, token => exceptional.RunAsync(more.OldReleases, token));
    }

    private async Task KeepStoryAsync(DrillCast cast, DrillChain chain, CancellationToken cancellationToken)
    {
        using var pages = new StoryPages(cast.Api, cast.Folder);
        IReadOnlyList<string> files = await pages.SaveAsync(chain, cancellationToken);
        if (options.Keeps)
            _progress.Write($"What people were told, for a browser: {string.Join(", ", files)}");
    }

    private async Task<DrillChain> ShowAsync(Timeline timeline, Func<Task<DrillChain>> play)
    {
        try
        {
            DrillChain chain = await play();
            _progress.Write($"\n{timeline.Render(_progress.Elapsed)}\n{chain.Render()}");
            return chain;
        }
        catch
        {
            _progress.Write($"\n{timeline.Render(_progress.Elapsed)}");
            throw;
        }
    }

    /// <summary>Runs the script while CI and the reviewer work; whoever fails first stops everybody.</summary>
    private static async Task<DrillChain> WithPlayersAsync(
        DrillCast cast,
        Func<CancellationToken, Task<DrillChain>> script,
        IReadOnlyList<Func<CancellationToken, Task>> more,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<DrillChain> scripted = script(stop.Token);
        Task[] everybody = [scripted, cast.Ci.RunAsync(stop.Token), cast.Reviewer.RunAsync(stop.Token), .. more.Select(player => player(stop.Token))];
        Task first = await Task.WhenAny(everybody);
        await stop.CancelAsync();
        await Task.WhenAll(everybody).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await first;
        return await scripted;
    }

    private async Task<IRehearsal> ChooseAsync(
        (DrillFolder Folder, DrillEnvironment Environment) at,
        (GitCommands Git, DotnetTest Tests) tools,
        CancellationToken cancellationToken
    )
    {
        if (options.Here is not { } root)
        {
            if (options.Scenario.IsInNode)
                return new NodeRepository(tools.Git, new NpmTest(at.Folder, at.Environment, _progress), clock);

            IReadOnlyList<SampleCommit>? history =
                options.IsExceptional ? ExceptionalHistory.Commits
                : options.Scenario.FixIsOnMain ? ExceptionalHistory.Released
                : null;
            return new SampleRepository(tools.Git, tools.Tests, clock, history, options.Scenario.Habits);
        }

        var test = new TargetTest(options.BuildAssembly, at.Folder, at.Environment, _progress);
        return await HereRepository.OpenAsync(root, (tools.Git, test, clock), cancellationToken);
    }

    private static IEnumerable<KeyValuePair<string, string>> OwnEnvironment() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""));
}
