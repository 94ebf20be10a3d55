using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;
using Hotfix.Testing;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Git;

namespace Hotfix.Engine.Tests;

[Trait("Starts", "processes")]
public sealed class ProcessesOfABuild : IDisposable
{
    private readonly TempRepository _repository = new();
    private readonly EngineCall _call = new();

    public ProcessesOfABuild()
    {
        // The session of a call is what the static members work with.
        _call.With("PATH", Environment.GetEnvironmentVariable("PATH")!).Run<ParameterBuild>(x => x.Show);
    }

    public void Dispose()
    {
        _repository.Dispose();
        _call.Dispose();
    }

    [Fact]
    public void ThatFailTellTheirInvocationAndErrors()
    {
        using IProcess process = ProcessTasks.StartProcess("git", "rev-parse nope-nope", _repository.Path);

        ProcessException exception = Assert.Throws<ProcessException>(() => process.AssertZeroExitCode());

        Assert.Equal(128, exception.ExitCode);
        string[] lines = exception.Message.Split('\n');
        Assert.Equal("Process 'git' exited with code 128.", lines[0]);
        Assert.EndsWith("git rev-parse nope-nope", lines[1], StringComparison.Ordinal);
        Assert.Equal($"   @ {_repository.Path}", lines[2]);
        Assert.Equal("Error output:", lines[3]);
    }

    [Fact]
    public void OfGitReturnTheirLines()
    {
        string sha = _repository.CommitFile("a.txt", "a", "first");

        IReadOnlyCollection<Output> output = GitTasks.Git($"log -1 --format={"%H %s"}", _repository.Path);

        Assert.Equal($"{sha} first", output.StdToText());
        Assert.Equal(sha, GitTasks.GitCurrentCommit(_repository.Path));
        Assert.Equal("main", GitTasks.GitCurrentBranch(_repository.Path));
        Assert.True(GitTasks.GitHasCleanWorkingCopy(_repository.Path));
    }

    [Fact]
    public void NeverShowARedactedArgument()
    {
        const string secret = "s3cr3t";

        using IProcess process = ProcessTasks.StartProcess("git", $"config --get {secret:r}", _repository.Path);
        process.WaitForExit();

        Assert.Equal("config --get [REDACTED]", process.Arguments);
    }

    [Fact]
    public void EndWhenTheirTimeIsOver()
    {
        using IProcess process = ProcessTasks.StartProcess("git", "-c \"alias.wait=!sleep 60\" wait", _repository.Path, timeout: 200);

        bool ended = process.WaitForExit();

        Assert.False(ended);
        Assert.True(process.HasExited);
    }

    [Fact]
    public void ReadARepository()
    {
        string sha = _repository.CommitFile("a.txt", "a", "first");
        _repository.Git(["tag", "v1.0.0"]);
        _repository.Git(["remote", "add", "origin", "git@github.com:acme/shop.git"]);
        _repository.Git(["switch", "--quiet", "-c", "hotfix/null-tag"]);

        GitRepository repository = GitRepository.FromLocalDirectory(_repository.Path);

        Assert.Equal(("hotfix/null-tag", "refs/heads/hotfix/null-tag", sha), (repository.Branch, repository.Head, repository.Commit));
        Assert.Equal((GitProtocol.Ssh, "github.com", "acme/shop"), (repository.Protocol, repository.Endpoint, repository.Identifier));
        Assert.Equal("https://github.com/acme/shop.git", repository.HttpsUrl);
        Assert.Equal(["v1.0.0"], repository.Tags);
        Assert.True(repository.IsOnHotfixBranch());
    }

    [Theory]
    [InlineData("https://github.com/acme/shop.git", GitProtocol.Https, "github.com", "acme/shop")]
    [InlineData("https://user:pw@git.example.com:8443/acme/shop/", GitProtocol.Https, "git.example.com:8443", "acme/shop")]
    [InlineData("ssh://git@github.com:22/acme/shop.git", GitProtocol.Ssh, "github.com", "acme/shop")]
    [InlineData("git@github.com:acme/shop.git", GitProtocol.Ssh, "github.com", "acme/shop")]
    public void TakeAnAddressApart(string url, GitProtocol protocol, string endpoint, string identifier)
    {
        GitRepository repository = GitRepository.FromUrl(url);

        Assert.Equal((protocol, endpoint, identifier), (repository.Protocol, repository.Endpoint, repository.Identifier));
    }

    [Fact]
    public void ReadASolutionOfEitherFormat()
    {
        AbsolutePath root = _call.Root;
        (root / "Old.sln").WriteAllText(
            """
            Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{827E0CD3-B72D-47B6-A68D-7590B98EB39B}"
            EndProject
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Shop", "src\Shop\Shop.csproj", "{0CDCD8EC-E89F-4723-8D9C-7ECDE17770F4}"
            EndProject
            """
        );
        (root / "New.slnx").WriteAllText("""<Solution><Folder Name="/src/"><Project Path="src/Shop/Shop.csproj" /></Folder></Solution>""");

        Solution old = (root / "Old.sln").ReadSolution();
        Solution recent = (root / "New.slnx").ReadSolution();

        Assert.Equal(root / "src" / "Shop" / "Shop.csproj", old.GetProject("Shop").Path);
        Assert.Equal(old.AllProjects.Select(project => project.Path), recent.AllProjects.Select(project => project.Path));
        Assert.Equal(("Old", root), (old.Name, old.Directory));
    }
}
