using Hotfix.LocalGitHub.Faults;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Routes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub;

/// <summary>
/// A GitHub-compatible server on 127.0.0.1: REST at <c>/</c> and <c>/api/v3</c>, git at <c>/{owner}/{repo}.git</c>, state in memory, git on disk.
/// </summary>
public sealed class LocalGitHubServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping;
    private readonly Hub _hub;
    private readonly bool _ownsData;

    private LocalGitHubServer(WebApplication application, CancellationTokenSource stopping, Hub hub, RequestLog requests)
    {
        _application = application;
        _stopping = stopping;
        _hub = hub;
        _ownsData = hub.Options.DataDirectory is null;
        Requests = requests;
        Address = new Uri(application.Urls.Single(url => url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)));
    }

    /// <summary><c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address { get; }

    /// <summary>What was asked so far.</summary>
    public RequestLog Requests { get; }

    /// <summary>What shall go wrong.</summary>
    public FaultList Faults => _hub.Faults;

    /// <summary>Is called before each request is answered, and waited for: what happens between two reads of a client; <c>null</c> for nobody.</summary>
    public Func<ArrivingRequest, Task>? Arriving
    {
        get => _hub.Arriving;
        set => _hub.Arriving = value;
    }

    /// <summary>How many requests a <see cref="FaultKind.Slow"/> fault is holding back at this moment.</summary>
    public int Waiting => _hub.Waiting;

    /// <summary>Starts to listen; the server answers as soon as this returns.</summary>
    public static async Task<LocalGitHubServer> StartAsync(LocalGitHubOptions options, CancellationToken cancellationToken)
    {
        string data = options.DataDirectory is { } given
            ? Directory.CreateDirectory(given).FullName
            : Directory.CreateTempSubdirectory("local-github-").FullName;
        var stopping = new CancellationTokenSource();
        var hub = new Hub(options, data, stopping.Token);
        var log = new RequestLog();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, NoHostLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, options.Port);
            if (options.SocketPath is { } socket)
                kestrel.ListenUnixSocket(socket);
        });
        WebApplication application = builder.Build();
        application.Run(new Dispatcher(hub, new RestEndpoint(hub, AllRoutes.Map(log)), log).HandleAsync);
        await application.StartAsync(cancellationToken);
        return new LocalGitHubServer(application, stopping, hub, log);
    }

    /// <summary>
    /// Makes the user if there is none of that name; returns a new token of theirs, <c>local_LOGIN_…</c>. <c>name[bot]</c> is an App's own account.
    /// </summary>
    public string AddUser(string login) => _hub.AddToken(login).Value;

    /// <summary>Says which scopes a token has, <c>repo, workflow</c>; <c>null</c> for a fine-grained one. They are shown, not enforced.</summary>
    public void SetScopes(string token, string? scopes) => Find(token).Scopes = scopes;

    /// <summary>
    /// Makes a token one of an App's installation, which may what it was granted and nothing else: <c>contents</c> to <c>read</c> or <c>write</c>, and so on,
    /// as
    /// GitHub spells them in <c>X-Accepted-GitHub-Permissions</c>. What else is asked for is answered 403.
    /// </summary>
    public void LimitTo(string token, IReadOnlyDictionary<string, string> permissions) => Find(token).Permissions = permissions;

    /// <summary>Makes the public part of a user's SSH signing key known, as their settings on GitHub do.</summary>
    public void AddSigningKey(string login, string publicKey) =>
        File.AppendAllText(GitBackend.CommitSignatures.KnownKeys(_hub.DataDirectory), $"{_hub.Account(login).Email} namespaces=\"git\" {publicKey.Trim()}\n");

    /// <summary>Makes a token worthless, as if it had run out.</summary>
    public void ExpireToken(string token) => Find(token).Expired = true;

    /// <summary>Makes an expired token good again.</summary>
    public void RenewToken(string token) => Find(token).Expired = false;

    /// <summary>
    /// Serves a copy of a local repository: its branches and tags, and its HEAD as default branch, which is returned. The owner is its administrator; it is
    /// private.
    /// </summary>
    /// <param name="owner">Login; made if missing.</param>
    /// <param name="name">Repository name.</param>
    /// <param name="importFrom">Path of a repository, bare or not; it is only read.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    public async Task<string> AddRepositoryAsync(string owner, string name, string importFrom, CancellationToken cancellationToken)
    {
        string path = Path.Combine(_hub.DataDirectory, owner, name + ".git");
        string defaultBranch = await BareRepository.ImportAsync(importFrom, path, cancellationToken);
        _hub.Add(new HostedRepository(_hub, owner, name, path) { DefaultBranch = defaultBranch });
        return defaultBranch;
    }

    /// <summary>Gives a user a role; <paramref name="repository"/> is <c>owner/name</c>.</summary>
    public void Grant(string repository, string login, Role role)
    {
        _hub.Account(login);
        Repository(repository).Grant(login, role);
    }

    /// <summary>Sets classic protection on a branch; replaces what was there.</summary>
    public void ProtectBranch(string repository, string branch, BranchProtectionRule rule) =>
        Repository(repository).Change(found => found.Protections[branch] = rule);

    /// <summary>Adds an active ruleset; returns its id.</summary>
    public long AddRuleset(string repository, Ruleset ruleset)
    {
        long id = _hub.NextId();
        Repository(repository).Change(found => found.Rulesets.Add(new StoredRuleset(id, ruleset, _hub.Now)));
        return id;
    }

    /// <summary>
    /// Keeps an attestation of a file, as <c>actions/attest-build-provenance</c> leaves one; <paramref name="repository"/> is <c>owner/name</c>.
    /// </summary>
    /// <param name="repository">Where.</param>
    /// <param name="sha256">64 lower-case hex digits of the file's content.</param>
    public void Attest(string repository, string sha256) => Repository(repository).Change(found => found.Attested.Add(sha256));

    /// <summary>Makes a past known, after what is there already; <paramref name="repository"/> is <c>owner/name</c>.</summary>
    public void Remember(string repository, Past past) => Repository(repository).Change(found => new Memory(found).Take(past));

    /// <summary>Adds a queued run of a workflow file of the default branch; returns its id. Runs that clients dispatch come by themselves.</summary>
    public Task<long> StartRunAsync(string repository, string workflowFile, string branch, string @event = "push") =>
        Repository(repository).ChangeAsync(found => RunReports.StartAsync(found, workflowFile, branch, @event));

    /// <summary>All workflow runs, oldest first, with their inputs: what a test that plays the runner has to do.</summary>
    public Task<IReadOnlyList<StartedRun>> ListRunsAsync(string repository) =>
        Repository(repository).ChangeAsync(found => Task.FromResult(RunReports.List(found)));

    /// <summary>Says how a run is getting on; its jobs also report as check runs on the run's commit.</summary>
    public Task ReportRunAsync(string repository, long runId, WorkflowRunReport report) =>
        Repository(repository)
            .ChangeAsync(async found =>
            {
                await RunReports.ReportAsync(found, runId, report);
                return runId;
            });

    /// <summary>Stops listening, ends the git processes, and removes the data directory if it was a temporary one.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _application.DisposeAsync();
        foreach (HostedRepository repository in _hub.Repositories)
            repository.Dispose();

        _stopping.Dispose();
        if (_ownsData)
            TemporaryData.Delete(_hub.DataDirectory);
    }

    private HostedRepository Repository(string fullName)
    {
        string[] parts = fullName.Split('/', 2);
        return _hub.Find(parts[0], parts[^1]) ?? throw new ArgumentException($"The repository '{fullName}' is not served here.", nameof(fullName));
    }

    private Token Find(string token) => _hub.FindToken(token) ?? throw new ArgumentException("No such token.", nameof(token));
}
