using System.Text.Json.Nodes;
using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
using Hotfix.Drill.Rehearsals;
using Hotfix.LocalGitHub;
using Hotfix.LocalGitHub.Faults;

namespace Hotfix.Drill;

/// <summary>The local GitHub with the repository on it, its rules and its people: one required check, one review, nobody who may pass them.</summary>
internal sealed class DrillServer : IAsyncDisposable
{
    private const string OnCallLogin = "oncall";
    private readonly LocalGitHubServer _server;
    private string? _colleague;
    private string? _owner;

    private DrillServer(LocalGitHubServer server, string fullName)
    {
        _server = server;
        FullName = fullName;
        OnCall = Admit(OnCallLogin, Role.Write);
        Ci = Admit("ci", Role.Write);
        Reviewer = Admit("reviewer", Role.Write);
    }

    /// <summary><c>owner/name</c>.</summary>
    public string FullName { get; }

    public Uri Address => _server.Address;

    /// <summary>For git.</summary>
    public string CloneAddress => $"{Address}{FullName}.git";

    /// <summary>Token of the engineer on call; the targets get it.</summary>
    public string OnCall { get; }

    /// <summary>Token of the build machine.</summary>
    public string Ci { get; }

    /// <summary>Token of the colleague who reviews.</summary>
    public string Reviewer { get; }

    /// <summary>Serves the repository in <paramref name="folder"/>'s origin.</summary>
    public static async Task<DrillServer> StartAsync(DrillFolder folder, IRehearsal rehearsal, CancellationToken cancellationToken)
    {
        LocalGitHubServer server = await LocalGitHubServer.StartAsync(new LocalGitHubOptions { DataDirectory = folder.Server }, cancellationToken);
        string[] name = rehearsal.FullName.Split('/');
        await server.AddRepositoryAsync(name[0], name[1], folder.Origin, cancellationToken);

        // Rulesets can be read by everybody, classic protection by administrators only: the waits name the review from the start.
        server.AddRuleset(
            rehearsal.FullName,
            new Ruleset(rehearsal.BaseBranch)
            {
                Include = [.. new[] { rehearsal.BaseBranch, rehearsal.DefaultBranch }.Distinct().Select(branch => $"refs/heads/{branch}")],
                Rules =
                [
                    new RulesetRule.PullRequest { RequiredApprovals = 1, DismissStaleReviews = true },
                    new RulesetRule.RequiredStatusChecks([.. rehearsal.Habits.Checks.Select(check => new RequiredStatusCheck(check))]),
                    new RulesetRule.NonFastForward(),
                    new RulesetRule.Deletion(),
                ],
            }
        );
        return new DrillServer(server, rehearsal.FullName);
    }

    /// <summary>Lets something go wrong, for the engineer on call alone.</summary>
    public void Arm(IEnumerable<Fault> faults)
    {
        foreach (Fault fault in faults)
            _server.Faults.Add(fault with { User = OnCallLogin });
    }

    /// <summary>Token of a colleague who repairs what is broken on main.</summary>
    public string Colleague => _colleague ??= Admit("colleague", Role.Write);

    /// <summary>Token of whoever looks after the repository's settings.</summary>
    public string Owner => _owner ??= Admit("owner", Role.Admin);

    /// <summary>Begins a run of a workflow file, as a pushed tag does.</summary>
    public Task<long> StartRunAsync(string file, string tag, string @event = "push") => _server.StartRunAsync(FullName, file, tag, @event);

    /// <summary>All runs of workflow files, oldest first.</summary>
    public Task<IReadOnlyList<StartedRun>> ListRunsAsync() => _server.ListRunsAsync(FullName);

    /// <summary>Says how far a run is.</summary>
    public Task ReportRunAsync(long run, WorkflowRunReport report) => _server.ReportRunAsync(FullName, run, report);

    /// <summary>Makes the token of the engineer on call good again.</summary>
    public void RenewToken() => _server.RenewToken(OnCall);

    /// <summary>How many requests were answered so far, everybody's.</summary>
    public int RequestCount => _server.Requests.Count;

    /// <summary>What the engineer on call asked from one moment to another.</summary>
    public Traffic TrafficBetween(Moment from, Moment to) =>
        Traffic.Of(_server.Requests.Snapshot().Take(to.Requests).Skip(from.Requests).Where(request => request.User == OnCallLogin));

    /// <summary>How often the engineer on call has looked at a pull request since a moment.</summary>
    public int LooksSince(Moment moment, int pullRequest) =>
        _server
            .Requests.Snapshot()
            .Skip(moment.Requests)
            .Count(request => IsLook(request) && request.Path.EndsWith($"/pulls/{pullRequest}", StringComparison.Ordinal));

    /// <summary>
    /// Waits until somebody has changed something, or the engineer on call has looked at a pull request once more; <paramref name="seen"/> requests are
    /// known.
    /// </summary>
    public Task NewsAsync(int seen, CancellationToken cancellationToken) =>
        _server.Requests.WaitAsync(seen, request => Traffic.IsWrite(request) || IsLook(request), cancellationToken);

    private static bool IsLook(RecordedRequest request) =>
        request.User == OnCallLogin && request.Method == "GET" && request.Path.Contains("/pulls/", StringComparison.Ordinal);

    /// <summary>Gives each release tag of the repository its published release, as its past would have.</summary>
    public async Task PublishOldReleasesAsync(IEnumerable<string> tags, CancellationToken cancellationToken)
    {
        using var api = new GitHubApi(Address, FullName, Ci);
        foreach (string tag in tags)
        {
            await api.PostAsync(
                "releases",
                new JsonObject
                {
                    ["tag_name"] = tag,
                    ["name"] = tag,
                    ["body"] = $"Version {tag}.",
                },
                cancellationToken
            );
        }
    }

    /// <summary>Writes every request, one a line, for whoever wants to know.</summary>
    public Task SaveRequestsAsync(string file) =>
        File.WriteAllLinesAsync(
            file,
            _server
                .Requests.Snapshot()
                .Select(request =>
                    $"{request.Time:HH:mm:ss.fff} {request.Status} {(request.User ?? "").PadRight(8)} {request.Method.PadRight(5)} {request.Path} ({request.Duration.TotalMilliseconds:0} ms)"
                )
        );

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Admit(string login, Role role)
    {
        string token = _server.AddUser(login);
        _server.Grant(FullName, login, role);
        return token;
    }
}
