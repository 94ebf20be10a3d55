using Hotfix.Components.Running;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git;
using Hotfix.Testing;

namespace Hotfix.Components.Tests;

[Trait("Starts", "processes")]
public sealed class VersionOfATeam : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("cat VERSION", "1.4.3")]
    [InlineData("echo v1.4.3-alpha.0.2+7", "1.4.3")]
    [InlineData("echo Looking; echo $HOTFIX_BRANCH-1.5.0", "1.5.0")]
    public async Task IsWhatItsCommandPrintsLastForThatCommit(string command, string version)
    {
        CommitSha commit = CommitSha.Parse(_repository.CommitFile("VERSION", "1.4.3\n", "first", TempRepository.Day(0)));
        _repository.CommitFile("VERSION", "9.9.9\n", "second", TempRepository.Day(1));

        CalculatedVersion answer = await AskAsync(command, commit);

        Assert.Equal(version, answer.MajorMinorPatch.ToString());
        Assert.Equal("", _repository.Git(["status", "--porcelain"]));
        Assert.Single(_repository.Git(["worktree", "list"]).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("echo none; exit 0")]
    [InlineData("echo 1.4.3; exit 3")]
    [InlineData("echo 1.4")]
    public async Task IsRefusedWhereTheCommandHasNone(string command)
    {
        CommitSha commit = CommitSha.Parse(_repository.CommitFile("app.txt", "one\n", "first", TempRepository.Day(0)));

        HotfixException refusal = await Assert.ThrowsAsync<HotfixException>(() => AskAsync(command, commit));

        Assert.Equal("HF4309", refusal.Refusal.Code);
        Assert.Single(_repository.Git(["worktree", "list"]).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<CalculatedVersion> AskAsync(string command, CommitSha commit) =>
        new VersionCommand(new GitCommandLine(_repository.Path, environment: _repository.Environment), command).CalculateAsync(
            commit,
            BranchName.Parse("main"),
            new RemoteRefs("origin", "", null, new Dictionary<BranchName, CommitSha>(), []),
            CancellationToken.None
        );
}
