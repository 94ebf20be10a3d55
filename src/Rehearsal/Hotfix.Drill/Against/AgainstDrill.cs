using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Rehearsals;
using Hotfix.Drill.Testing;
using Hotfix.LocalGitHub;

namespace Hotfix.Drill.Against;

/// <summary>The standard lane twice, by one user: on a local GitHub and on another server's empty repository; and where the two answered otherwise.</summary>
internal sealed class AgainstDrill(DrillOptions options, TextWriter writer, TextReader reader, TimeProvider clock)
{
    private readonly Progress _progress = new(writer, clock, options.IsQuiet);

    /// <summary>Variables that say where the other server is; this process's own unless set.</summary>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Runs it; the folder is kept only where something went wrong, or it is to be kept.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF4380 to HF4382 before anything is changed; HF5904 to HF5907.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Place there = Place.There(options.Against!, Variables);
        await RequireEmptyAsync(there, cancellationToken);
        await RequireConsentAsync(there, cancellationToken);
        DrillFolder folder = DrillFolder.Create(options.Folder);
        bool isOver = false;
        try
        {
            Report(await CompareAsync(folder, there, cancellationToken));
            isOver = true;
        }
        finally
        {
            if (isOver && !options.Keeps)
                folder.Delete();
            else
                _progress.Write($"The folder to look at: {folder.Root} (clones, server, logs).");
        }
    }

    private static async Task RequireEmptyAsync(Place there, CancellationToken cancellationToken)
    {
        using var api = new GitHubApi(there.Api, there.FullName, there.Token);
        JsonElement branches = await api.GetAsync("branches", cancellationToken);
        if (branches.GetArrayLength() > 0)
            throw DrillFailure.NotEmpty(there.FullName, branches.EnumerateArray().Select(branch => branch.GetProperty("name").GetString()!));
    }

    // Branches, a pull request, a tag, a release and an issue are made there, and nothing takes them away again.
    private async Task RequireConsentAsync(Place there, CancellationToken cancellationToken)
    {
        _progress.Write(
            $"This makes branches, a pull request, a tag, releases and issues in {there.FullName} at {there.Api.Host}, and leaves them there. Type its name to go on:"
        );
        string? typed = options.Confirm ?? await reader.ReadLineAsync(cancellationToken);
        if (typed?.Trim() != there.FullName)
            throw DrillFailure.NotConfirmed(there.FullName);
    }

    private async Task<(IReadOnlyList<Exchange> Here, IReadOnlyList<Exchange> There)> CompareAsync(
        DrillFolder folder,
        Place there,
        CancellationToken cancellationToken
    )
    {
        var environment = new DrillEnvironment(
            folder.Home,
            Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""))
        );
        var rehearsal = new SampleRepository(new GitCommands(environment.Plain, folder.Log("git")), new DotnetTest(folder, environment, _progress), clock);
        await rehearsal.PrepareAsync(folder.Origin, cancellationToken);
        await using LocalGitHubServer server = await LocalGitHubServer.StartAsync(new LocalGitHubOptions { DataDirectory = folder.Server }, cancellationToken);
        string[] name = rehearsal.FullName.Split('/');
        await server.AddRepositoryAsync(name[0], name[1], folder.Origin, cancellationToken);
        string token = server.AddUser(name[0]);
        var here = new Place("here", server.Address, new Uri(server.Address, "graphql"), server.Address, rehearsal.FullName, token);
        await new GitCommands(environment.ForGit(there.Web, there.Token), folder.Log("git")).RunAsync(
            folder.Origin,
            ["push", "--quiet", there.CloneAddress, rehearsal.BaseBranch, "--tags"],
            cancellationToken
        );
        var walk = new Walk(options.BuildAssembly, folder, environment, rehearsal, _progress);
        return (await walk.RunAsync(here, cancellationToken), await walk.RunAsync(there, cancellationToken));
    }

    private void Report((IReadOnlyList<Exchange> Here, IReadOnlyList<Exchange> There) seen)
    {
        IReadOnlyList<string> differences = Comparison.Of(seen.Here, seen.There);
        _progress.Stage(
            $"{seen.There.Select(exchange => exchange.Request).Distinct().Count()} kinds of request; {(differences.Count == 0 ? "both servers answered alike" : $"answered otherwise in {differences.Count} points")}"
        );
        foreach (string difference in differences)
            _progress.Write($"  {difference}");
    }

    /// <summary>One walk of the lane: begun, fixed, released, and found done.</summary>
    private sealed class Walk(string buildAssembly, DrillFolder folder, DrillEnvironment environment, SampleRepository rehearsal, Progress progress)
    {
        public async Task<IReadOnlyList<Exchange>> RunAsync(Place place, CancellationToken cancellationToken)
        {
            progress.Stage($"The standard lane {place.Name}: {place.FullName} at {place.Api.Host}");
            using (var api = new GitHubApi(place.Api, place.FullName, place.Token))
            {
                await api.PostAsync(
                    "releases",
                    new JsonObject
                    {
                        ["tag_name"] = "v1.4.2",
                        ["name"] = "v1.4.2",
                        ["body"] = "Version 1.4.2.",
                    },
                    cancellationToken
                );
            }

            string clone = Path.Combine(folder.Root, $"clone-{place.Name}");
            await using Relay relay = await Relay.StartAsync(place, cancellationToken);
            var git = new GitCommands(environment.ForGit(relay.Address, place.Token), folder.Log("git"));
            await git.RunAsync(folder.Root, ["clone", "--quiet", relay.CloneAddress, clone], cancellationToken);
            var targets = new TargetProcess(
                buildAssembly,
                clone,
                environment.ForTargets(relay.Address, place.Token, folder.Log($"summary-{place.Name}")),
                progress
            );
            await HotfixAsync(targets, DrillScript.SomebodysMove, $"{place.Name}-1", cancellationToken);
            await rehearsal.FixAsync(clone, cancellationToken);
            await HotfixAsync(targets, DrillScript.Done, $"{place.Name}-2", cancellationToken);
            await HotfixAsync(targets, DrillScript.Done, $"{place.Name}-3", cancellationToken);
            return relay.Exchanges;
        }

        private async Task HotfixAsync(TargetProcess targets, int expected, string name, CancellationToken cancellationToken)
        {
            string[] arguments = ["Hotfix", "--description", rehearsal.Description, "--poll-interval", "2s", "--check-grace", "0s"];
            ChildResult result = await targets.RunAsync(arguments, rehearsal.Patience * 4, folder.Log(name), cancellationToken);
            if (result.ExitCode != expected)
                throw DrillFailure.ProcessEnded(name, result, $"{expected}");
        }
    }
}
