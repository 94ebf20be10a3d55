using Hotfix.Core.Errors;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class RunningGit : IDisposable
{
    private const string Token = "ghs_secretTokenValue";
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task LetsNoTraceShowACredential()
    {
        var environment = new Dictionary<string, string?>(_there.Clone.Environment) { ["GIT_TRACE_CURL"] = "1", ["GIT_TRACE_REDACT"] = "0" };
        var git = new GitCommandLine(_there.Clone.Path, environment: environment);

        Assert.Equal("1", await git.ReadAsync(["-c", "alias.seen=!echo $GIT_TRACE_REDACT", "seen"], None));
    }

    [Fact]
    public async Task IgnoresARepositoryThatTheEnvironmentNames()
    {
        using var other = new TempRepository();
        var environment = new Dictionary<string, string?>(_there.Clone.Environment)
        {
            ["GIT_DIR"] = Path.Combine(other.Path, ".git"),
            ["GIT_WORK_TREE"] = other.Path,
            ["GIT_INDEX_FILE"] = "/nowhere",
        };
        var git = new GitCommandLine(_there.Clone.Path, environment: environment);

        string root = await git.ReadAsync(["rev-parse", "--show-toplevel"], None);

        Assert.Equal(_there.Clone.Path, root);
    }

    [Fact]
    public async Task ThatIsNotInstalledSaysSo()
    {
        var git = new GitCommandLine(Path.Combine(_there.Clone.Path, "no such folder"), environment: _there.Clone.Environment);

        Refusal refusal = await Refusals.ExpectAsync("HF2001", () => git.RunAsync(["--version"], None));

        Assert.Contains("no such directory", refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PastItsTimeIsKilledWithItsChildren()
    {
        string file = Path.Combine(_there.Clone.Path, "pid");
        var call = new GitCall(["-c", "alias.hang=!echo $$ > pid; sleep 300", "hang"]) { Timeout = TimeSpan.FromSeconds(2) };

        await Refusals.ExpectAsync("HF2003", () => _there.Git.RunAsync(call, None));

        string child = (await File.ReadAllTextAsync(file)).Trim();
        await Waiting.UntilAsync(() => !Directory.Exists($"/proc/{child}"));
    }

    [Fact]
    public async Task GivesTheTokenToItsHostAndToNoArgument()
    {
        var git = new GitCommandLine(_there.Clone.Path, new GitAuthentication("http://127.0.0.1:9", Token), environment: _there.Clone.Environment);
        GitCall call = GitCall.ToRemote("config", "--get-urlmatch", "http.extraHeader", "http://127.0.0.1:9/o/r.git");

        GitResult header = await git.RunAsync(call, None);
        GitResult elsewhere = await git.RunAsync(GitCall.ToRemote("config", "--get-urlmatch", "http.extraHeader", "https://github.com/o/r.git"), None);
        GitResult local = await git.RunAsync(["config", "--get-urlmatch", "http.extraHeader", "http://127.0.0.1:9/o/r.git"], None);

        Assert.Equal("Authorization: Basic eC1hY2Nlc3MtdG9rZW46Z2hzX3NlY3JldFRva2VuVmFsdWU=", header.Line);
        Assert.Equal("", elsewhere.Line);
        Assert.Equal("", local.Line);
        Assert.DoesNotContain(call.Arguments, argument => argument.Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task DropsAHeaderAndHelpersThatAreConfiguredForTheHost()
    {
        _there.Clone.Git(["config", "http.http://127.0.0.1:9/.extraHeader", "Authorization: Basic old"]);
        _there.Clone.Git(["config", "credential.http://127.0.0.1:9.helper", "!echo password=helper; echo username=x"]);
        var git = new GitCommandLine(_there.Clone.Path, new GitAuthentication("http://127.0.0.1:9/", Token), environment: _there.Clone.Environment);

        GitResult headers = await git.RunAsync(GitCall.ToRemote("config", "--get-all", "http.http://127.0.0.1:9/.extraHeader"), None);
        GitResult filled = await git.RunAsync(GitCall.ToRemote("credential", "fill") with { StandardInput = "protocol=http\nhost=127.0.0.1:9\n\n" }, None);

        Assert.Equal(["Authorization: Basic old", "", "Authorization: Basic eC1hY2Nlc3MtdG9rZW46Z2hzX3NlY3JldFRva2VuVmFsdWU="], headers.Line.Split('\n'));
        Assert.False(filled.IsSuccess);
    }

    [Fact]
    public async Task SendsOneAuthorizationEvenWhereACheckoutLeftAnother()
    {
        using var server = new HeaderRecorder();
        _there.Clone.Git(["remote", "set-url", "origin", $"{server.Url}o/r.git"]);
        _there.Clone.Git(["config", $"http.{server.Url}.extraHeader", "Authorization: Basic old"]);
        var git = new GitCommandLine(_there.Clone.Path, new GitAuthentication(server.Url, Token), environment: _there.Clone.Environment);

        Refusal refusal = await Refusals.ExpectAsync("HF2013", () => new GitReader(git).ReadRemoteAsync(remote: null, None));

        IReadOnlyList<string> headers = await server.FirstRequestAsync();
        Assert.Equal(
            "Authorization: Basic eC1hY2Nlc3MtdG9rZW46Z2hzX3NlY3JldFRva2VuVmFsdWU=",
            Assert.Single(headers, header => header.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase))
        );
        Assert.DoesNotContain(Token, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepsSecretsOutOfItsErrors()
    {
        var git = new GitCommandLine(_there.Clone.Path, new GitAuthentication("http://127.0.0.1:9", Token), environment: _there.Clone.Environment);
        GitCall call = GitCall.ToRemote("-c", $"alias.tell=!echo {Token} https://ada:pw@host/ >&2; exit 7", "tell");

        GitResult result = await git.RunAsync(call with { Arguments = [.. call.Arguments] }, None);

        Assert.Equal(7, result.ExitCode);
        Assert.Equal("*** https://host/\n", result.Errors);
    }
}
