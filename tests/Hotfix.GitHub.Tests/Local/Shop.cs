using Hotfix.Core.Planning;
using Hotfix.Core.Refs;
using Hotfix.GitHub.Tests.Scripted;
using Hotfix.LocalGitHub;
using Hotfix.Testing;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>The repository <c>acme/shop</c> on the local GitHub, released as v1.0.0, with a hotfix branch that was pushed. <c>ada</c> and <c>grace</c> may write, <c>rob</c> may read.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Repository = "acme/shop";
    private readonly TempFolder _folder = new();
    private readonly TempRepository _source = new();
    private readonly List<GitHubConnection> _connections = [];

    private readonly Func<HttpMessageHandler, HttpMessageHandler> _wire;

    private Shop(LocalGitHubServer server, Func<HttpMessageHandler, HttpMessageHandler> wire)
    {
        Server = server;
        _wire = wire;
    }

    public LocalGitHubServer Server { get; }

    public SkippingClock Clock { get; } = new();

    public Dictionary<string, string> Tokens { get; } = [];

    /// <summary>A clone that pushes as <c>ada</c>.</summary>
    public TempRepository Work { get; private set; } = null!;

    public CommitSha Head { get; private set; }

    public TempFolder Files => _folder;

    public PlanStep.OpenPullRequest Open => new(new PullRequestDraft(
        BranchName.Parse("hotfix/null-ref"), Head, BranchName.Parse("main"), "Hotfix: null ref", "Why.", IsDraft: false, ["hotfix"], ["grace"]));

    public static async Task<Shop> StartAsync(Func<HttpMessageHandler, HttpMessageHandler>? wire = null)
    {
        var shop = new Shop(await LocalGitHubServer.StartAsync(new LocalGitHubOptions { MergeableDelay = 0 }, CancellationToken.None), wire ?? (network => network));
        shop._source.CommitFile("app.txt", "one\ntwo\n", "feat: app", TempRepository.Day(0));
        shop._source.Git(["tag", "--annotate", "v1.0.0", "--message", "v1.0.0"]);
        await shop.Server.AddRepositoryAsync("acme", "shop", shop._source.Path, CancellationToken.None);
        foreach (string user in (string[])["acme", "ada", "grace", "rob"])
        {
            shop.Tokens[user] = shop.Server.AddUser(user);
            if (user != "acme")
                shop.Server.Grant(Repository, user, user == "rob" ? Role.Read : Role.Write);
        }

        shop.PushHotfix();
        return shop;
    }

    public GitHubConnection Connect(string user, Func<bool, string>? credential = null)
    {
        var connection = new GitHubConnection(
            GitHubAddress.Find($"{Server.Address}{Repository}.git", $"{Server.Address}api/v3", null, _ => null),
            (isRefused, _) => Task.FromResult(credential is null ? Tokens[user] : credential(isRefused)),
            Clock,
            new GitHubConnectionOptions { RequestTimeout = TimeSpan.FromHours(1), PauseBetweenWrites = TimeSpan.Zero, Wire = _wire });
        _connections.Add(connection);
        return connection;
    }

    public GitHubReader Reader(string user) => new(Connect(user));

    public GitHubWriter Writer(string user) => new(Connect(user));

    /// <summary>Requests of one method, faults included.</summary>
    public int Count(string method) => Server.Requests.Snapshot().Count(request => request.Method == method && !request.Path.Contains(".git", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (GitHubConnection connection in _connections)
            connection.Dispose();

        await Server.DisposeAsync();
        _source.Dispose();
        _folder.Dispose();
    }

    private void PushHotfix()
    {
        Work = TempRepository.At(_folder.Combine("work"));
        TempRepository.At(_folder.Path).Git(["clone", "--quiet", $"http://x-access-token:{Tokens["ada"]}@{Server.Address.Authority}/{Repository}.git", Work.Path]);
        Work.Git(["checkout", "--quiet", "-b", "hotfix/null-ref"]);
        Head = CommitSha.Parse(Work.CommitFile("app.txt", "one\nfixed\n", "fix: null ref", TempRepository.Day(1)));
        Work.Git(["push", "--quiet", "origin", "hotfix/null-ref"]);
    }
}
