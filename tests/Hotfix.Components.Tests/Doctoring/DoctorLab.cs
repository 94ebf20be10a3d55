using System.Net.Http.Headers;
using System.Net.Http.Json;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Workflows;
using Hotfix.LocalGitHub;
using Hotfix.Pipeline.Doctoring;
using Hotfix.Pipeline.ForwardPorting;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.Releasing;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.Doctoring;

/// <summary>
/// A repository on the local GitHub that is ready for a hotfix in both lanes; each test spoils one thing, and the same look that <c>Doctor</c> takes has to
/// find it.
/// </summary>
internal sealed class DoctorLab : IAsyncDisposable
{
    public const string Repository = "acme/shop";
    private readonly TempFolder _folder = new();
    private readonly TempRepository _work = new();
    private readonly HttpClient _http = new();
    private readonly Dictionary<string, string> _tokens = [];

    private DoctorLab(LocalGitHubServer server)
    {
        Server = server;
        _http.BaseAddress = server.Address;
    }

    public LocalGitHubServer Server { get; }

    public string Token => _tokens["ada"];

    /// <summary>The workflow files of both commits, main's and production's.</summary>
    public static Dictionary<string, string> Files { get; } =
        new()
        {
            ["ci.yml"] = "on:\n  pull_request:\n    branches: [main, 'support/**']\n  merge_group:\njobs: {}\n",
            ["hotfix.yml"] =
                "on:\n  workflow_dispatch:\n    inputs:\n      description: { required: true }\n      lane: { type: choice, default: auto, options: [auto] }\n      fix: {}\n      incident: {}\n      base: {}\njobs: {}\n",
            ["release.yml"] =
                "on:\n  workflow_dispatch:\n    inputs:\n      tag:\n        required: false\n      correlation-id:\n        required: false\n  push:\n    tags: ['v*']\njobs: {}\n",
        };

    /// <summary>Everything is as it should be, except for what is changed here before it is served.</summary>
    /// <param name="files">Workflow files of main.</param>
    /// <param name="released">Workflow files of production's commit; main's unless given.</param>
    /// <param name="clock">The server's clock.</param>
    public static async Task<DoctorLab> StartAsync(
        Dictionary<string, string>? files = null,
        Dictionary<string, string>? released = null,
        TimeProvider? clock = null
    )
    {
        var lab = new DoctorLab(
            await LocalGitHubServer.StartAsync(new LocalGitHubOptions { TimeProvider = clock ?? TimeProvider.System }, CancellationToken.None)
        );
        lab.Seed(files ?? Files, released ?? files ?? Files);
        await lab.Server.AddRepositoryAsync("acme", "shop", lab._work.Path, CancellationToken.None);
        foreach ((string login, Role role) in new[] { ("acme", Role.Admin), ("ada", Role.Admin), ("rob", Role.Read) })
        {
            lab._tokens[login] = lab.Server.AddUser(login);
            lab.Server.Grant(Repository, login, role);
        }

        lab._work.Git(["remote", "add", "origin", $"{lab.Server.Address}{Repository}.git"]);
        return lab;
    }

    /// <summary>The rules, the environments and the deployment of a repository that is ready.</summary>
    public async Task<DoctorLab> ReadyAsync()
    {
        Server.AddRuleset(Repository, MainRules);
        Server.AddRuleset(Repository, MainRules with { Name = "support", Include = ["refs/heads/support/**"] });
        Server.AddRuleset(Repository, TagRules);
        Server.AddRuleset(
            Repository,
            new Ruleset("new tags")
            {
                ForTags = true,
                Include = ["refs/tags/v*"],
                Rules = [new RulesetRule.Creation()],
                BypassRole = Role.Write,
            }
        );
        await AddEnvironmentAsync("hotfix-staging", []);
        await AddEnvironmentAsync("production", ["ada"]);
        await DeployAsync();
        return this;
    }

    public static Ruleset MainRules { get; } =
        new("main")
        {
            Rules = [new RulesetRule.PullRequest { RequiredApprovals = 1 }, new RulesetRule.RequiredStatusChecks([new RequiredStatusCheck("build")])],
        };

    public static Ruleset TagRules { get; } =
        new("tags")
        {
            ForTags = true,
            Include = ["refs/tags/v*"],
            Rules = [new RulesetRule.Update(), new RulesetRule.Deletion()],
        };

    public async Task AddEnvironmentAsync(string name, string[] reviewers, DeploymentBranchPolicy? policy = null)
    {
        using GitHubConnection connection = Connect("ada");
        await new Environments(connection).EnsureAsync(
            new GitHubEnvironment(0, name, "") { Reviewers = reviewers, BranchPolicy = policy },
            CancellationToken.None
        );
    }

    public async Task DeployAsync(string revision = "v1.4.2^{commit}")
    {
        using GitHubConnection connection = Connect("ada");
        var deployments = new DeploymentCalls(connection);
        Deployment made = await deployments.CreateAsync(
            new NewDeployment("production", Core.Refs.CommitSha.Parse(_work.Resolve(revision)), "run-1", "", IsProduction: true),
            CancellationToken.None
        );
        await deployments.ReportAsync(made.Id, new DeploymentStatus(0, DeploymentState.Succeeded, "", "", default), CancellationToken.None);
    }

    public async Task OpenIssueAsync(string label, string body = "")
    {
        using GitHubConnection connection = Connect("ada");
        await new IssueCalls(connection).CreateAsync(new NewIssue(new Marker(label), label, body, [label], []), CancellationToken.None);
    }

    /// <summary>The tip of the default branch.</summary>
    public string MainTip => _work.Resolve("main");

    /// <summary>Changes a setting, as an administrator.</summary>
    public async Task SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"repos/{Repository}/{path}".TrimEnd('/'))
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("token", _tokens["acme"]);
        using HttpResponseMessage response = await _http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>What Doctor finds, in the same way as the target.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(string login = "ada")
    {
        using GitHubConnection connection = Connect(login);
        var git = new GitCommandLine(
            _work.Path,
            new GitAuthentication(Server.Address.GetLeftPart(UriPartial.Authority), _tokens[login]),
            environment: _work.Environment
        );
        var reader = new GitReader(git);
        var issues = new IssueCalls(connection);
        var github = new DoctorGitHub(
            new Preflight(connection),
            new GitHubAreas(connection),
            new Environments(connection),
            new WorkflowCalls(connection),
            new ReleaseGateLook(issues, new DebtLook(reader, new CommitPatches(git))),
            new ProductionLook(new DeploymentCalls(connection), new Variables(connection)),
            issues
        );
        var look = new DoctorLook(new DoctorSources(git, reader, github, NoGitHub: null), new HotfixRequest(), TimeProvider.System);
        return DoctorFindings.Of(await look.ReadAsync(new DoctorExpectations(), CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
        _work.Dispose();
        _folder.Dispose();
    }

    private GitHubConnection Connect(string login) =>
        new(
            GitHubAddress.Find($"{Server.Address}{Repository}.git", Server.Address.ToString(), _ => null),
            (_, _) => Task.FromResult(_tokens[login]),
            TimeProvider.System,
            new GitHubConnectionOptions { PauseBetweenWrites = TimeSpan.Zero }
        );

    private void Seed(Dictionary<string, string> files, Dictionary<string, string> released)
    {
        Write(released);
        _work.Write("app.txt", "one\n").Commit("feat: app", TempRepository.Day(1));
        _work.Git(["tag", "--annotate", "--message", "Release v1.4.2", "v1.4.2"], TempRepository.Day(2));
        _work.Git(["branch", "support/1.4"]);
        _work.Git(["rm", "-rq", ".github"]);
        Write(files);
        _work.Write("app.txt", "two\n").Commit("feat: more", TempRepository.Day(3));
    }

    private void Write(Dictionary<string, string> files)
    {
        foreach ((string name, string text) in files)
            _work.Write($".github/workflows/{name}", text);
    }
}
