using Hotfix.Core.Refs;

namespace Hotfix.Git.Reading;

/// <summary>An index of our own with the tree of one commit; the work tree's index takes no part.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    private readonly GitCommandLine _git;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hotfix-index-");

    private TemporaryIndex(GitCommandLine git)
    {
        _git = git;
    }

    public static async Task<TemporaryIndex> ReadAsync(GitCommandLine git, CommitSha commit, CancellationToken cancellationToken)
    {
        var index = new TemporaryIndex(git);
        GitResult result = await index.RunAsync(["read-tree", commit.Value], cancellationToken);
        if (result.IsSuccess)
            return index;

        index.Dispose();
        throw GitErrors.Failed(result);
    }

    public Task<GitResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        _git.RunAsync(
            new GitCall(arguments) { Environment = new Dictionary<string, string?> { ["GIT_INDEX_FILE"] = Path.Combine(_folder.FullName, "index") } },
            cancellationToken
        );

    public void Dispose() => _folder.Delete(recursive: true);
}
