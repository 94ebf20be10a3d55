using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotfix.LocalGitHub;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Lab;

/// <summary>A small repository behind a local GitHub, a clone of it, and the people who move things: the engineer, a reviewer, CI.</summary>
public sealed class HotfixLab : IAsyncDisposable
{
    public const string FullName = "acme/shop";
    public const string Description = "null ref in checkout";
    public const string Branch = "hotfix/null-ref-in-checkout";
    private readonly TempFolder _folder;
    private readonly HttpClient _http;
    private readonly Witness _witness;
    private readonly Dictionary<string, string> _tokens = [];

    private HotfixLab(TempFolder folder, LocalGitHubServer server, Witness witness)
    {
        _folder = folder;
        _witness = witness;
        Server = server;
        _http = new HttpClient { BaseAddress = server.Address };
        foreach (string login in new[] { "engineer", "reviewer", "owner", "ci", "admin", "reader" })
        {
            _tokens[login] = server.AddUser(login);
            witness.Guard(_tokens[login]);
        }
    }

    public LocalGitHubServer Server { get; }

    public TempRepository Clone { get; private set; } = null!;

    public string Home => _folder.Combine("home");

    public string Token => _tokens["engineer"];

    /// <summary>
    /// Serves a repository with v1.4.2 in production; <c>main</c> asks for check 'build' and one approval unless <paramref name="rules"/> says otherwise.
    /// </summary>
    public static async Task<HotfixLab> StartAsync(Action<LocalGitHubServer>? rules = null)
    {
        var folder = new TempFolder();
        Directory.CreateDirectory(folder.Combine("home"));
        var witness = new Witness();
        LocalGitHubServer server = await LocalGitHubServer.StartAsync(
            new LocalGitHubOptions
            {
                DataDirectory = folder.Combine("data"),
                Served = witness.Add,
                Log = witness.LookAround,
            },
            CancellationToken.None
        );
        var lab = new HotfixLab(folder, server, witness);
        SeededRepository.CopyTo(folder.Combine("seed"));
        await server.AddRepositoryAsync("acme", "shop", folder.Combine("seed"), CancellationToken.None);
        foreach (string login in lab._tokens.Keys)
        {
            server.Grant(
                FullName,
                login,
                login switch
                {
                    "admin" => Role.Admin,
                    "reader" => Role.Read,
                    _ => Role.Write,
                }
            );
        }

        (rules ?? DefaultRules)(server);
        SeededRepository.CloneTo(folder.Combine("clone"), $"{server.Address}{FullName}.git");
        lab.Clone = TempRepository.At(folder.Combine("clone"));
        return lab;
    }

    public static Action<LocalGitHubServer> DefaultRules { get; } =
        Rules(new RulesetRule.PullRequest { RequiredApprovals = 1 }, new RulesetRule.RequiredStatusChecks([new RequiredStatusCheck("build")]));

    /// <summary>Rules for <c>main</c>, which only the administrator passes by.</summary>
    public static Action<LocalGitHubServer> Rules(params RulesetRule[] rules) =>
        server => server.AddRuleset(FullName, new Ruleset("main") { Rules = rules, BypassRole = Role.Admin });

    /// <summary>Another clone, as a colleague or CI would make it.</summary>
    public TempRepository CloneTo(string name, params string[] options)
    {
        string path = _folder.Combine(name);
        string credential = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"x-access-token:{Token}"));
        TempRepository
            .At(_folder.Combine("seed"))
            .Git(["-c", $"http.extraHeader=Authorization: Basic {credential}", "clone", "--quiet", .. options, $"{Server.Address}{FullName}.git", path]);
        return TempRepository.At(path);
    }

    /// <summary>Commits the fix and its test on the branch that is checked out.</summary>
    public string CommitFix(string content = "fixed", TempRepository? clone = null) =>
        (clone ?? Clone)
            .Write("src/checkout.txt", content)
            .Write("tests/checkout.txt", content)
            .Commit("Guard against an empty basket", TempRepository.Day(20));

    /// <summary>A colleague's change arrives on <c>main</c>, as if its pull request had just been merged.</summary>
    public void MoveMain(string file, string content)
    {
        using TempRepository colleague = CloneTo($"colleague-{Guid.NewGuid():N}");
        colleague.Write(file, content).Commit($"Change {file}", TempRepository.Day(10));
        Push(colleague, "HEAD:main", "admin");
    }

    public void Push(TempRepository clone, string refSpec, string login = "engineer") =>
        clone.Git(["-c", $"http.extraHeader=Authorization: Bearer {_tokens[login]}", "push", "--quiet", "origin", refSpec]);

    public string MainTip() => Bare.Resolve("main");

    public ProcessStartInfo Command(string[] arguments, TempRepository? clone = null)
    {
        var start = new ProcessStartInfo("dotnet", [BuildProgram.Path, .. arguments, "--no-logo"]) { WorkingDirectory = (clone ?? Clone).Path };
        Prepare(start.Environment);
        return start;
    }

    /// <summary>The environment of the engineer's shell: an address, a token, and nothing that the test host or this machine's git left.</summary>
    public void Prepare(IDictionary<string, string?> environment)
    {
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        CleanShell.Prepare(environment, Home);
        environment["NUGET_PACKAGES"] = packages;
        environment["GITHUB_API_URL"] = Server.Address.ToString().TrimEnd('/');
        environment["GITHUB_GRAPHQL_URL"] = $"{Server.Address}graphql";
        environment["GITHUB_TOKEN"] = Token;
    }

    public Task<RunResult> RunAsync(params string[] arguments) => RunInAsync(Clone, arguments);

    public async Task<RunResult> RunInAsync(TempRepository clone, params string[] arguments)
    {
        using TargetRun run = StartIn(clone, arguments);
        return await run.EndAsync();
    }

    /// <summary>With a new token of somebody else, who is granted what is needed to write, and what that may do; all of it unless given.</summary>
    public async Task<RunResult> RunAsAsync(string login, string[] arguments, IReadOnlyDictionary<string, string>? permissions = null)
    {
        Server.Grant(FullName, login, Role.Write);
        ProcessStartInfo command = Command(arguments);
        string token = NewToken(login);
        command.Environment["GITHUB_TOKEN"] = token;
        if (permissions is not null)
            Server.LimitTo(token, permissions);

        using TargetRun run = Start(command);
        return await run.EndAsync();
    }

    public TargetRun Start(params string[] arguments) => StartIn(Clone, arguments);

    public TargetRun StartIn(TempRepository clone, params string[] arguments) => Start(Command(arguments, clone));

    /// <summary>Starts a command that the scenario has changed something about.</summary>
    public TargetRun Start(ProcessStartInfo command) => _witness.Watch(TargetRun.Start(command));

    /// <summary>Another token of a user, which the scenario's checks know, too.</summary>
    public string NewToken(string login)
    {
        string token = Server.AddUser(login);
        _witness.Guard(token);
        return token;
    }

    public Task<RunResult> HotfixAsync(params string[] more) =>
        RunAsync(["Hotfix", "--description", Description, "--poll-interval", "1s", "--check-grace", "0s", .. more]);

    /// <summary>Waits, for a minute at most, until the pull request is there.</summary>
    public async Task<JsonNode> PullRequestAsync(int number)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if ((await ListAsync("pulls?state=all")).FirstOrDefault(pull => pull!["number"]!.GetValue<int>() == number) is { } found)
                return found;

            await Task.Delay(TimeSpan.FromMilliseconds(100), timeout.Token);
        }
    }

    /// <summary>CI finds the head green, and the reviewer approves.</summary>
    public async Task LetThroughAsync(string head, int number = 1)
    {
        await ReportAsync(head);
        await ApproveAsync(number);
    }

    public Task ApproveAsync(int number, string login = "reviewer") => SendAsync(HttpMethod.Post, login, $"pulls/{number}/reviews", new { @event = "APPROVE" });

    /// <summary>Resolves every conversation, as somebody does on the pull request's page.</summary>
    public async Task ResolveConversationsAsync(int number)
    {
        JsonNode threads = await GraphAsync(
            $$"""
            { repository(owner: "acme", name: "shop") { pullRequest(number: {{number}}) { reviewThreads(first: 50) { nodes { id } } } } }
            """
        );
        foreach (JsonNode? thread in threads["repository"]!["pullRequest"]!["reviewThreads"]!["nodes"]!.AsArray())
            await GraphAsync($$"""mutation { resolveReviewThread(input: { threadId: "{{thread!["id"]}}" }) { thread { id } } }""");
    }

    /// <summary>Makes a draft ready for review, as its author does on the pull request's page.</summary>
    public Task MarkReadyAsync(JsonNode pullRequest) =>
        GraphAsync(
            $$"""
            mutation { markPullRequestReadyForReview(input: { pullRequestId: "{{pullRequest["node_id"]}}" }) { pullRequest { isDraft } } }
            """
        );

    public Task AskForChangesAsync(int number) =>
        SendAsync(HttpMethod.Post, "reviewer", $"pulls/{number}/reviews", new { @event = "REQUEST_CHANGES", body = "Please add a test." });

    public Task ReportAsync(string sha, string conclusion = "success", string name = "build") =>
        SendAsync(
            HttpMethod.Post,
            "ci",
            "check-runs",
            new
            {
                name,
                head_sha = sha,
                status = "completed",
                conclusion,
            }
        );

    /// <summary>A deployment that succeeded, as a team's pipeline leaves it.</summary>
    public async Task<long> DeployedAsync(string sha, string environment = "production")
    {
        JsonNode deployment = (
            await SendAsync(
                HttpMethod.Post,
                "ci",
                "deployments",
                new
                {
                    @ref = sha,
                    environment,
                    auto_merge = false,
                    required_contexts = Array.Empty<string>(),
                }
            )
        )!;
        long id = deployment["id"]!.GetValue<long>();
        await SendAsync(HttpMethod.Post, "ci", $"deployments/{id}/statuses", new { state = "success" });
        return id;
    }

    /// <summary>Sends as somebody else; fails unless the answer is a success.</summary>
    public async Task<JsonNode?> SendAsync(HttpMethod method, string login, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"repos/{FullName}/{path}".TrimEnd('/'))
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("token", _tokens[login]);
        using HttpResponseMessage response = await _http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private async Task<JsonNode> GraphAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("token", _tokens["engineer"]);
        using HttpResponseMessage response = await _http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return JsonNode.Parse(text)!["data"] ?? throw new InvalidOperationException(text);
    }

    public async Task<JsonArray> ListAsync(string path) => (await SendAsync(HttpMethod.Get, "ci", path))!.AsArray();

    /// <summary>What the server has on disk, past its protocol.</summary>
    public TempRepository ServerRepository => TempRepository.At(_folder.Combine("data", "acme", "shop.git"));

    /// <summary>The remote's refs, as git shows them.</summary>
    public string RemoteRefs() => Bare.Git(["for-each-ref", "--format=%(refname) %(objectname)"]);

    /// <summary>Requests that changed something, by the engineer's token.</summary>
    public int Writes(bool withComments = true) =>
        Server
            .Requests.Snapshot()
            .Count(request =>
                request.User == "engineer"
                && (withComments || !request.Path.Contains("/comments", StringComparison.Ordinal))
                && (request.Method is "POST" or "PUT" or "PATCH" or "DELETE" && !request.Path.Contains("git-upload-pack", StringComparison.Ordinal))
            ) - _witness.GraphQuestions;

    /// <summary>One merged pull request, one tag and one published release of it; the base moved by nothing but the merge.</summary>
    public async Task ShouldBeReleasedOnceAsync(string tag = "v1.4.3")
    {
        JsonNode pull = Assert.Single(await ListAsync("pulls?state=all"))!;
        Assert.NotNull(pull["merged_at"]);
        string merge = pull["merge_commit_sha"]!.GetValue<string>();
        JsonNode release = Assert.Single(await ListAsync("releases"))!;
        Assert.Equal(tag, release["tag_name"]!.GetValue<string>());
        Assert.False(release["draft"]!.GetValue<bool>());
        TempRepository bare = Bare;
        Assert.Equal(merge, bare.Resolve($"{tag}^{{commit}}"));
        Assert.Equal("tag", bare.Git(["cat-file", "-t", tag]));
        Assert.Equal(merge, bare.Resolve("main"));
        Assert.Equal(pull["head"]!["sha"]!.GetValue<string>(), bare.Resolve("main^2"));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
        try
        {
            await _witness.ShouldHaveSeenNoTokenAsync(_folder.Path, Server.Requests.Snapshot());
            await _witness.ShouldHaveSeenNothingForeignAsync();
        }
        finally
        {
            _folder.Dispose();
        }
    }

    private TempRepository Bare => TempRepository.At(_folder.Combine("data", "acme", "shop.git"));
}
