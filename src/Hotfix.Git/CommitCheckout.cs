using Hotfix.Core.Refs;

namespace Hotfix.Git;

/// <summary>
/// A commit's files in a folder of their own, for a program that asks git where it stands: a linked work tree (git-worktree(1)), gone when it is disposed of.
/// </summary>
internal sealed class CommitCheckout : IAsyncDisposable
{
    private readonly GitCommandLine _git;
    private readonly DirectoryInfo _parent;

    private CommitCheckout(GitCommandLine git, DirectoryInfo parent)
    {
        _git = git;
        _parent = parent;
    }

    /// <summary>The folder, absolute.</summary>
    public string Directory => Path.Combine(_parent.FullName, "tree");

    /// <summary>Checks the commit out, under no branch; no hook of the user's runs.</summary>
    public static async Task<CommitCheckout> CreateAsync(GitCommandLine git, CommitSha commit, CancellationToken cancellationToken)
    {
        var checkout = new CommitCheckout(git, System.IO.Directory.CreateTempSubdirectory("hotfix-checkout-"));
        try
        {
            await git.ReadAsync(
                ["-c", "core.hooksPath=/dev/null", "worktree", "add", "--quiet", "--detach", checkout.Directory, commit.Value],
                cancellationToken
            );
            return checkout;
        }
        catch
        {
            await checkout.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _git.RunAsync(["worktree", "remove", "--force", Directory], CancellationToken.None);
        _parent.Delete(recursive: true);
        await _git.RunAsync(["worktree", "prune"], CancellationToken.None);
    }
}
