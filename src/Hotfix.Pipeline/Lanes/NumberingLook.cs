using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Git;
using Hotfix.Pipeline.Workflows;

namespace Hotfix.Pipeline.Lanes;

/// <summary>Looks which tool numbers a repository's releases.</summary>
internal sealed class NumberingLook(GitReader git)
{
    /// <summary>Its name, or how it was said; <c>null</c> where this software does, or a workflow that it tells.</summary>
    /// <param name="strategy">What was said of releases.</param>
    /// <param name="commit">A commit that is here.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<string?> FindAsync(ReleaseStrategy strategy, CommitSha commit, CancellationToken cancellationToken)
    {
        if (strategy == ReleaseStrategy.Dispatch)
            return null;

        IReadOnlyList<string> files = await git.ListFilesAsync(commit, cancellationToken);
        IEnumerable<string> texts = await WorkflowFiles.ReadTheirsAsync(git, commit, files, cancellationToken);
        return ReleaseNumbering.Find(files, texts)
            ?? strategy switch
            {
                ReleaseStrategy.ReleasePlease => ReleaseNumbering.ReleasePlease,
                ReleaseStrategy.AwaitTag => "what sets the tags (--release-strategy await-tag)",
                _ => null,
            };
    }
}
