using Hotfix.Testing;
using Hotfix.Testing.Contract;
using Microsoft.Extensions.Time.Testing;
using Octokit;
using Octokit.Internal;

namespace Hotfix.LocalGitHub.Tests;

/// <summary>A server with the repository <c>acme/shop</c>, three users, and a work tree that pushes to it over HTTP.</summary>
internal sealed class Lab : IAsyncDisposable
{
    public const string Repository = "acme/shop";
    private const string Nowhere = "http://127.0.0.1/acme/shop.git";
    private static readonly RepositoryTemplate Template = new(Make);
    private readonly TempRepository _source = TempRepository.CopyOf(Template, "source");
    private readonly TempFolder _folder = new();
    private readonly List<ContractHandler> _watchers = [];

    private Lab(LocalGitHubServer server)
    {
        Server = server;
    }

    public LocalGitHubServer Server { get; }

    public FakeTimeProvider Clock { get; private init; } = new();

    public Dictionary<string, string> Tokens { get; } = [];

    /// <summary>A clone that pushes as <c>dev</c>.</summary>
    public TempRepository Work { get; private set; } = null!;

    /// <summary>
    /// Starts it: <c>main</c> with two commits and the tag v1.0.0; users <c>dev</c>, <c>rita</c>, <c>ci</c> (write), <c>guest</c> (read), <c>acme</c>
    /// (admin).
    /// </summary>
    public static async Task<Lab> StartAsync(int mergeableDelay = 0, string? socket = null)
    {
        var clock = new FakeTimeProvider(TempRepository.Day(10));
        LocalGitHubServer server = await LocalGitHubServer.StartAsync(
            new LocalGitHubOptions
            {
                TimeProvider = clock,
                MergeableDelay = mergeableDelay,
                SocketPath = socket,
            },
            CancellationToken.None
        );
        var lab = new Lab(server) { Clock = clock };
        await lab.FillAsync();
        return lab;
    }

    /// <summary>The octokit client of a user; <c>null</c> for one without a token.</summary>
    public GitHubClient Client(string? user) =>
        new(
            new Connection(
                new ProductHeaderValue("lab"),
                Server.Address,
                new InMemoryCredentialStore(user is null ? Credentials.Anonymous : new Credentials(Tokens[user])),
                new HttpClientAdapter(Watch),
                new SimpleJsonSerializer()
            )
        );

    /// <summary>Ids of the described operations that were called so far.</summary>
    public IReadOnlySet<string> Operations => _watchers.SelectMany(watcher => watcher.Operations).ToHashSet(StringComparer.Ordinal);

    /// <summary>A plain HTTP client of a user.</summary>
    public HttpClient Http(string? user)
    {
        var client = new HttpClient(Watch()) { BaseAddress = Server.Address };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("lab/1");
        if (user is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", Tokens[user]);

        return client;
    }

    /// <summary>The remote's address with a user's token in it.</summary>
    public string Remote(string user) => $"http://x-access-token:{Tokens[user]}@{Server.Address.Authority}/{Repository}.git";

    /// <summary>Commits a file on a new branch and pushes it; returns the commit.</summary>
    public string PushBranch(string branch, string file = "fix.txt", string content = "fixed\n")
    {
        Work.Git(["checkout", "--quiet", "-B", branch, "origin/main"]);
        string sha = Work.CommitFile(file, content, $"fix: {branch}", TempRepository.Day(2));
        Work.Git(["push", "--quiet", "origin", branch]);
        return sha;
    }

    /// <summary>Pushes a branch and opens a pull request from it, as <c>dev</c>.</summary>
    public async Task<PullRequest> OpenAsync(string branch, string file = "fix.txt", string content = "fixed\n")
    {
        PushBranch(branch, file, content);
        return await Client("dev").PullRequest.Create("acme", "shop", new NewPullRequest($"Fix {branch}", branch, "main") { Body = "Because." });
    }

    // Whatever a test asks for, the answer must be one that GitHub's own description allows.
    private HttpMessageHandler Watch()
    {
        if (ContractChecker.Instance is not { } checker)
            return new HttpClientHandler();

        var handler = new ContractHandler(checker, new HttpClientHandler()) { Counts = finding => !finding.IsRequest };
        _watchers.Add(handler);
        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        string[] findings =
        [
            .. _watchers.SelectMany(watcher => watcher.Findings).Where(finding => !finding.IsRequest).Select(finding => finding.ToString()).Distinct(),
        ];
        await Server.DisposeAsync();
        _source.Dispose();
        _folder.Dispose();
        Assert.True(findings.Length == 0, string.Join('\n', findings));
    }

    private async Task FillAsync()
    {
        await Server.AddRepositoryAsync("acme", "shop", _source.Path, CancellationToken.None);
        foreach (string user in (string[])["acme", "dev", "rita", "ci", "guest"])
        {
            Tokens[user] = Server.AddUser(user);
            if (user != "acme")
                Server.Grant(Repository, user, user == "guest" ? Role.Read : Role.Write);
        }

        Template.CloneTo(_folder.Combine("work"), "work", Nowhere, Remote("dev"));
        Work = TempRepository.At(_folder.Combine("work"));
    }

    private static void Make(string folder)
    {
        TempRepository.At(folder).Git(["init", "--quiet", "--initial-branch=main", "source"]);
        TempRepository source = TempRepository.At(Path.Combine(folder, "source"));
        source.CommitFile("readme.md", "shop\n", "feat: begin", TempRepository.Day(0));
        source.Git(["tag", "--annotate", "v1.0.0", "--message", "v1.0.0"], TempRepository.Day(0));
        source.CommitFile("app.txt", "one\ntwo\nthree\n", "feat: app", TempRepository.Day(1));
        source.Git(["clone", "--quiet", source.Path, Path.Combine(folder, "work")]);
        TempRepository.At(Path.Combine(folder, "work")).Git(["remote", "set-url", "origin", Nowhere]);
    }
}
