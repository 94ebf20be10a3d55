using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Drill.Output;
using Hotfix.Drill.Rehearsals;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill.Players;

/// <summary>
/// Builds and tests the tip of the base and the default branch, of support branches, and the head of every open pull request, each once, and reports a check
/// run; the same files as before have the same result.
/// </summary>
internal sealed class ContinuousIntegration(GitHubApi api, CiWorkshop workshop, IRehearsal rehearsal, Scene scene)
{
    /// <summary>The name of the check that the base branch requires.</summary>
    public const string CheckName = "build";

    private readonly ConcurrentDictionary<string, TaskCompletionSource<CiBuild>> _builds = new();
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, (string Sha, TestRun Run)> _byTree = [];

    /// <summary>The first build of a pull request is reported red, whatever its tests say; running it again tells the truth.</summary>
    public bool FirstPullRequestIsRed { get; init; }

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Moment look = scene.Now();
            foreach (string sha in await HeadsAsync(cancellationToken))
            {
                if (_seen.Add(sha))
                    await BuildAsync(sha, cancellationToken);
            }

            await scene.NewsAsync(look, cancellationToken);
        }
    }

    /// <summary>Waits until a commit has been built and reported.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5908 when that takes longer than one build may.</exception>
    public async Task<CiBuild> BuiltAsync(string sha, CancellationToken cancellationToken)
    {
        try
        {
            return await Entry(sha).Task.WaitAsync(rehearsal.Patience, scene.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw DrillFailure.NoCheck(sha, rehearsal.Patience);
        }
    }

    /// <summary>Reports a commit that was built before once more, with what its tests really said.</summary>
    public async Task RunAgainAsync(string sha, CancellationToken cancellationToken)
    {
        CiBuild build = await BuiltAsync(sha, cancellationToken);
        JsonObject report = Result(build.Run);
        report["name"] = CheckName;
        report["head_sha"] = sha;
        await api.PostAsync("check-runs", report, cancellationToken);
        scene.Progress.Say("ci", $"check '{CheckName}' on {sha[..7]} again: {(build.Run.IsGreen ? "success" : "failure")}");
    }

    private async Task<IReadOnlyList<string>> HeadsAsync(CancellationToken cancellationToken)
    {
        JsonElement branches = await api.GetAsync("branches?per_page=100", cancellationToken);
        JsonElement pullRequests = await api.GetAsync("pulls?state=open", cancellationToken);

        // The base branch first: the drill waits for it.
        IEnumerable<JsonElement> bases = branches.EnumerateArray().Where(IsBase).OrderByDescending(branch => branch.Text("name") == rehearsal.BaseBranch);
        return [.. bases.Select(branch => branch.Text("commit", "sha")), .. pullRequests.EnumerateArray().Select(pull => pull.Text("head", "sha"))];
    }

    private bool IsBase(JsonElement branch) =>
        branch.Text("name") is { } name
        && (name == rehearsal.BaseBranch || name == rehearsal.DefaultBranch || name.StartsWith("support/", StringComparison.Ordinal));

    private async Task BuildAsync(string sha, CancellationToken cancellationToken)
    {
        Moment started = scene.Now();
        JsonElement check = await api.PostAsync(
            "check-runs",
            new JsonObject
            {
                ["name"] = CheckName,
                ["head_sha"] = sha,
                ["status"] = "in_progress",
                ["started_at"] = Now(),
            },
            cancellationToken
        );
        scene.Progress.Say("ci", $"builds and tests {sha[..7]}");
        TestRun run = await TestAsync(sha, cancellationToken);
        JsonObject result = Result(run);
        if (FirstPullRequestIsRed && _seen.Count == 2)
        {
            // The base branch's tip comes first, then the head.
            result["conclusion"] = "failure";
            result["output"] = new JsonObject { ["title"] = "the runner lost its network", ["summary"] = "Nothing is wrong with the commit." };
        }

        await api.PatchAsync($"check-runs/{check.GetProperty("id").GetInt64()}", result, cancellationToken);
        scene.Progress.Say("ci", $"check '{CheckName}' on {sha[..7]}: {result["conclusion"]}, {run.Describe()}");
        Entry(sha).SetResult(new CiBuild(sha, run, started, scene.Now()));
    }

    // A merge of a branch that is up to date has the very files of its head, which were tested.
    private async Task<TestRun> TestAsync(string sha, CancellationToken cancellationToken)
    {
        (string checkout, string tree) = await workshop.CheckOutAsync(sha, cancellationToken);
        if (_byTree.TryGetValue(tree, out (string Sha, TestRun Run) known))
        {
            scene.Progress.Say("ci", $"{sha[..7]} has the same files as {known.Sha[..7]}: nothing is built, its result counts");
            return known.Run;
        }

        TestRun run = await rehearsal.CheckAsync(checkout, $"ci-{_seen.Count}-{sha[..7]}", cancellationToken);
        _byTree[tree] = (sha, run);
        return run;
    }

    private JsonObject Result(TestRun run) =>
        new()
        {
            ["status"] = "completed",
            ["conclusion"] = run.IsGreen ? "success" : "failure",
            ["completed_at"] = Now(),
            ["output"] = new JsonObject { ["title"] = run.Describe(), ["summary"] = run.LastLines },
        };

    private string Now() => scene.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private TaskCompletionSource<CiBuild> Entry(string sha) =>
        _builds.GetOrAdd(sha, _ => new TaskCompletionSource<CiBuild>(TaskCreationOptions.RunContinuationsAsynchronously));
}
