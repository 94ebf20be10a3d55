using System.Collections.Concurrent;
using Hotfix.LocalGitHub.GitBackend;

namespace Hotfix.LocalGitHub.State;

/// <summary>One repository: its bare git repository on disk and everything else in memory. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class HostedRepository(Hub hub, string owner, string name, string path) : IDisposable
{
    private readonly ConcurrentDictionary<string, Role> _roles = new(StringComparer.OrdinalIgnoreCase);
    private int _lastNumber;

    public Hub Hub { get; } = hub;

    public long Id { get; } = hub.NextId();

    public Account Owner { get; } = hub.Account(owner);

    public string Name { get; } = name;

    public string FullName => $"{Owner.Login}/{Name}";

    public BareRepository Git { get; } = new(path);

    public string DefaultBranch { get; set; } = "main";

    public RepositorySettings Settings { get; } = new();

    public DateTimeOffset CreatedAt { get; } = hub.Now;

    public DateTimeOffset UpdatedAt { get; set; } = hub.Now;

    public DateTimeOffset PushedAt { get; set; } = hub.Now;

    public SemaphoreSlim Gate { get; } = new(1, 1);

    public SortedDictionary<int, Issue> Issues { get; } = [];

    public SortedDictionary<int, PullRequest> PullRequests { get; } = [];

    public Dictionary<string, Label> Labels { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<CheckRun> CheckRuns { get; } = [];

    public List<CheckSuite> CheckSuites { get; } = [];

    public List<CommitStatus> Statuses { get; } = [];

    public List<Release> Releases { get; } = [];

    /// <summary>Digests of files, 64 lower-case hex digits.</summary>
    public List<string> Attested { get; } = [];

    public HashSet<string> BurnedTags { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, BranchProtectionRule> Protections { get; } = new(StringComparer.Ordinal);

    public List<StoredRuleset> Rulesets { get; } = [];

    public List<QueueEntry> Queue { get; } = [];

    public WorkflowBoard Workflows => field ??= new WorkflowBoard(this);

    public DeploymentBoard Deploying => field ??= new DeploymentBoard(this);

    /// <summary>Who moved each branch last, by full ref name; needed when a pull request is opened from it.</summary>
    public Dictionary<string, Account> LastPushers { get; } = new(StringComparer.Ordinal);

    /// <summary>Every move of a branch, oldest first.</summary>
    public List<Activity> Activities { get; } = [];

    public void Record(string type, string refName, (string Before, string After) move, Account by) =>
        Activities.Add(new Activity(Hub.NextId(), type, refName, by, Hub.Now) { Before = move.Before, After = move.After });

    public int NextNumber() => ++_lastNumber;

    public void Grant(string login, Role role) => _roles[login] = role;

    public Role RoleOf(Account? account)
    {
        if (account is null)
            return Settings.Private ? Role.None : Role.Read;

        if (string.Equals(account.Login, Owner.Login, StringComparison.OrdinalIgnoreCase))
            return Role.Admin;

        return _roles.TryGetValue(account.Login, out Role role) ? role
            : Settings.Private ? Role.None
            : Role.Read;
    }

    /// <summary>Changes the state from outside of a request.</summary>
    public async Task<T> ChangeAsync<T>(Func<HostedRepository, Task<T>> change)
    {
        await Gate.WaitAsync(Hub.Stopping);
        try
        {
            return await change(this);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Changes the state from outside of a request.</summary>
    public void Change(Action<HostedRepository> change)
    {
        Gate.Wait();
        try
        {
            change(this);
        }
        finally
        {
            Gate.Release();
        }
    }

    public void Dispose()
    {
        Git.Dispose();
        Gate.Dispose();
    }
}
