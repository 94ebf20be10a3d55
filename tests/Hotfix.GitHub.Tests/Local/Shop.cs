using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Tests.Scripted;
using Hotfix.LocalGitHub;
using Hotfix.Testing;
using Hotfix.Testing.Contract;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>
/// The repository <c>acme/shop</c> on the local GitHub, released as v1.0.0, with a hotfix branch that was pushed. <c>ada</c> and <c>grace</c> may write,
/// <c>rob</c> may read.
/// </summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Repository = "acme/shop";
    private const string Nowhere = "http://127.0.0.1/acme/shop.git";
    private static readonly RepositoryTemplate Template = new(Make);
    private readonly TempFolder _folder = new();
    private readonly TempRepository _source = TempRepository.CopyOf(Template, "source");
    private readonly List<GitHubConnection> _connections = [];

    private readonly Func<HttpMessageHandler, HttpMessageHandler> _wire;

    private ConcurrentQueue<ServedExchange> _served = new();

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

    public PlanStep.OpenPullRequest Open =>
        new(
            new PullRequestDraft(
                BranchName.Parse("hotfix/null-ref"),
                Head,
                BranchName.Parse("main"),
                "Hotfix: null ref",
                "Why.",
                IsDraft: false,
                ["hotfix"],
                ["grace"]
            )
        );

    /// <summary>A shop with a watcher on every connection to it, which compares what is sent with GitHub's description.</summary>
    public static Task<Shop> StartWatchedAsync(List<ContractHandler> watchers) =>
        StartAsync(network =>
        {
            watchers.Add(new ContractHandler(ContractChecker.Instance!, network));
            return watchers[^1];
        });

    public static async Task<Shop> StartAsync(Func<HttpMessageHandler, HttpMessageHandler>? wire = null)
    {
        var served = new ConcurrentQueue<ServedExchange>();
        var options = new LocalGitHubOptions { MergeableDelay = 0, Served = served.Enqueue };
        var shop = new Shop(await LocalGitHubServer.StartAsync(options, CancellationToken.None), wire ?? (network => network)) { _served = served };
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

    /// <summary>What connections said, one line each.</summary>
    public ConcurrentQueue<string> Notices { get; } = new();

    public GitHubConnection Connect(string user, Func<bool, string>? credential = null, string? app = null)
    {
        var connection = new GitHubConnection(
            GitHubAddress.Find($"{Server.Address}{Repository}.git", $"{Server.Address}api/v3", _ => null),
            (isRefused, _) => Task.FromResult(credential is null ? Tokens[user] : credential(isRefused)),
            Clock,
            new GitHubConnectionOptions
            {
                RequestTimeout = TimeSpan.FromHours(1),
                OperationTimeout = TimeSpan.FromHours(1),
                PauseBetweenWrites = TimeSpan.Zero,
                Wire = _wire,
                Notice = Notices.Enqueue,
                App = _ => Task.FromResult(app),
            }
        );
        _connections.Add(connection);
        return connection;
    }

    public GitHubAreas Reader(string user) => new(Connect(user));

    public StepWriter Writer(string user) => new(Connect(user));

    /// <summary>Opens the pull request and reads it back.</summary>
    public async Task<PullRequest> OpenAsync()
    {
        await Writer("ada").ApplyAsync(Open, CancellationToken.None);
        PullRequest open = (await Reader("ada").PullRequests.ListAsync(Open.Draft.HeadBranch, CancellationToken.None)).Single();
        return await Reader("ada").PullRequests.ReadAsync(open.Number, CancellationToken.None);
    }

    public PlanStep.MergePullRequest Merge(PullRequest open) => new(open.Number, open.HeadSha, MergeMethod.Merge, "");

    public PlanStep.UpdateBranch Update(PullRequest open) => new(open.Number, open.HeadSha, open.BaseBranch);

    /// <summary>What the rest of the team merges meanwhile, as the owner.</summary>
    public void PushToMain(string file, string content)
    {
        Work.Git(["fetch", "--quiet", "origin"]);
        Work.Git(["checkout", "--quiet", "-B", "main", "origin/main"]);
        Work.CommitFile(file, content, $"chore: {file}", TempRepository.Day(2));
        Work.Git(["push", "--quiet", $"http://x-access-token:{Tokens["acme"]}@{Server.Address.Authority}/{Repository}.git", "main"]);
        Work.Git(["checkout", "--quiet", "hotfix/null-ref"]);
    }

    /// <summary>A second commit on the hotfix branch, pushed by <c>ada</c>.</summary>
    public string PushAgain()
    {
        string sha = Work.CommitFile("app.txt", "one\nfixed again\n", "fix: again", TempRepository.Day(3));
        Work.Git(["push", "--quiet", "origin", "hotfix/null-ref"]);
        return sha;
    }

    /// <summary>The merge that the queue has made and tests.</summary>
    public string GroupHead() => Work.Git(["ls-remote", "origin", "refs/heads/gh-readonly-queue/*"])[..40];

    public Task PassAsync(string sha, string state = "success") => PostAsync("ada", $"statuses/{sha}", new { context = "build", state });

    public Task PostAsync(string user, string path, object body) => SendAsync(HttpMethod.Post, user, path, body);

    /// <summary>Gives an App's account, <c>name[bot]</c>, a token that may write.</summary>
    public void AddApp(string login)
    {
        Tokens[login] = Server.AddUser(login);
        Server.Grant(Repository, login, Role.Write);
    }

    /// <summary>All comments of an issue, whoever wrote them.</summary>
    public async Task<(string Author, string Body)[]> CommentsAsync(int number)
    {
        using var http = new HttpClient { BaseAddress = Server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"repos/{Repository}/issues/{number}/comments?per_page=100");
        request.Headers.Authorization = new AuthenticationHeaderValue("token", Tokens["ada"]);
        using HttpResponseMessage response = await http.SendAsync(request);
        JsonNode all = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return [.. all.AsArray().Select(comment => (comment!["user"]!["login"]!.GetValue<string>(), comment["body"]!.GetValue<string>()))];
    }

    /// <summary>Sends as somebody, past the adapter; fails unless the answer is a success.</summary>
    public async Task SendAsync(HttpMethod method, string user, string path, object body)
    {
        using var http = new HttpClient { BaseAddress = Server.Address };
        using var request = new HttpRequestMessage(method, $"repos/{Repository}{(path.Length > 0 ? "/" + path : "")}") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("token", Tokens[user]);
        using HttpResponseMessage response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Requests of one method, faults included.</summary>
    public int Count(string method) =>
        Server.Requests.Snapshot().Count(request => request.Method == method && !request.Path.Contains(".git", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (GitHubConnection connection in _connections)
            connection.Dispose();

        await Server.DisposeAsync();
        _source.Dispose();
        _folder.Dispose();
        await ServedContract.ShouldHoldAsync(_served);
    }

    // What 'git clone' leaves before the first push.
    private void PushHotfix()
    {
        string address = $"http://x-access-token:{Tokens["ada"]}@{Server.Address.Authority}/{Repository}.git";
        Template.CloneTo(_folder.Combine("work"), "work", Nowhere, address);
        Work = TempRepository.At(_folder.Combine("work"));
        Head = CommitSha.Parse(Work.Head);
        Work.Git(["push", "--quiet", "origin", "hotfix/null-ref"]);
    }

    private static void Make(string folder)
    {
        TempRepository.At(folder).Git(["init", "--quiet", "--initial-branch=main", "source"]);
        TempRepository source = TempRepository.At(Path.Combine(folder, "source"));
        source.CommitFile("app.txt", "one\ntwo\n", "feat: app", TempRepository.Day(0));
        source.Git(["tag", "--annotate", "v1.0.0", "--message", "v1.0.0"]);
        source.Git(["clone", "--quiet", source.Path, Path.Combine(folder, "work")]);
        TempRepository work = TempRepository.At(Path.Combine(folder, "work"));
        work.Git(["remote", "set-url", "origin", Nowhere]);
        work.Git(["checkout", "--quiet", "-b", "hotfix/null-ref"]);
        work.CommitFile("app.txt", "one\nfixed\n", "fix: null ref", TempRepository.Day(1));
    }
}
