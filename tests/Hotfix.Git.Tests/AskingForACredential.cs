using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class AskingForACredential : IDisposable
{
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task ThatAHelperKnowsReturnsIt()
    {
        _there.Clone.Git(["config", "credential.https://github.com.helper", "!f() { echo username=ada; echo password=pw=1; }; f"]);

        GitCredential? credential = await new GitCredentials(_there.Git).FillAsync("https://ignored@github.com/o/r.git", None);

        Assert.Equal(new GitCredential("ada", "pw=1"), credential);
        Assert.DoesNotContain("pw", $"{credential}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAHelperThatDoesNotAnswerIsNullAfterTenSeconds()
    {
        string started = Path.Combine(Path.GetDirectoryName(_there.Clone.Path)!, "started");
        _there.Clone.Git(["config", "credential.helper", $"!touch '{started}'; exec sleep 300; #"]);
        var git = new GitCommandLine(_there.Clone.Path, authentication: null, _there.Clock, _there.Clone.Environment);

        Task<GitCredential?> filling = new GitCredentials(git).FillAsync("https://github.com/o/r.git", None);
        await Waiting.UntilAsync(() => File.Exists(started));
        _there.Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Null(await filling);
    }

    [Theory]
    [InlineData("https://github.com/o/r.git")]
    [InlineData("ssh://github.com/o/r.git")]
    [InlineData("/srv/git/r.git")]
    public async Task ThatNobodyKnowsIsNullAndAsksNobody(string url)
    {
        var environment = new Dictionary<string, string?>(_there.Clone.Environment) { ["GIT_ASKPASS"] = "echo", ["SSH_ASKPASS"] = "echo" };
        var git = new GitCommandLine(_there.Clone.Path, environment: environment);

        GitCredential? credential = await new GitCredentials(git).FillAsync(url, None);

        Assert.Null(credential);
    }
}
