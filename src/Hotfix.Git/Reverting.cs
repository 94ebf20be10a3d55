using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Git.Reading;
using Hotfix.Git.Writing;

namespace Hotfix.Git;

/// <summary>Takes changes back through git's command line, without a work tree.</summary>
/// <param name="git">Stands in the clone.</param>
internal sealed class Reverting(GitCommandLine git)
{
    /// <summary>How the commit is signed; as git is set unless said otherwise.</summary>
    public CommitSigning Signing { get; init; }

    /// <summary>
    /// Takes back on <paramref name="onto"/> everything that <paramref name="from"/> has and <paramref name="to"/> has not, as one change; all three
    /// are in the object store.
    /// </summary>
    public async Task<RevertPreview> PreviewAsync(CommitSha from, CommitSha to, CommitSha onto, CancellationToken cancellationToken)
    {
        var picking = new TreePicking(git);
        string tree = await git.ReadAsync(["rev-parse", "--verify", $"{onto}^{{tree}}"], cancellationToken);

        // The older content as a change on top of the newer one: copying that change is taking back what lies between.
        string back = await picking.CommitAsync([$"{to}^{{tree}}", "-p", from.Value], cancellationToken);
        (string? result, IReadOnlyList<string> conflicts) = await picking.PickAsync(tree, from.Value, back, cancellationToken);
        return new RevertPreview(onto, result, conflicts, ChangesNothing: result == tree);
    }

    /// <summary>Makes the commit; on a conflict an empty one, so that a pull request can be opened for a person to go on. No ref is made.</summary>
    public async Task<CommitSha> CommitAsync(RevertPreview preview, string message, CancellationToken cancellationToken)
    {
        string sign = await Writing.Signing.OfCommitsAsync(git, Signing, cancellationToken);
        var call = new GitCall(["commit-tree", sign, preview.Tree ?? $"{preview.Onto}^{{tree}}", "-p", preview.Onto.Value, "-F", "-"])
        {
            StandardInput = SecretMask.Mask(message).TrimEnd() + "\n",
            Environment = await Identity.SubstituteAsync(git, cancellationToken),
        };
        GitResult result = await git.RunAsync(call, cancellationToken);
        return CommitSha.Parse(await Writing.Signing.OfCommitAsync(git, sign, result, cancellationToken));
    }
}
