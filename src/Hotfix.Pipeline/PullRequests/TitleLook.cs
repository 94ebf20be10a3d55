using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Git;
using Hotfix.Pipeline.Workflows;

namespace Hotfix.Pipeline.PullRequests;

/// <summary>Looks how a repository titles its pull requests.</summary>
internal sealed class TitleLook(GitReader git)
{
    private const int Subjects = 30;

    /// <summary>What was said, else what a look at the commit tells.</summary>
    public async Task<TitlePattern?> FindAsync(HotfixConventions conventions, CommitSha tip, CancellationToken cancellationToken) =>
        conventions.Title ?? await FindAsync(tip, await git.ListFilesAsync(tip, cancellationToken), cancellationToken);

    /// <summary>One look at a commit that is here; the workflows are read only where neither files nor history tell.</summary>
    public async Task<TitlePattern?> FindAsync(CommitSha tip, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> subjects = await git.ListSubjectsAsync(tip, Subjects, cancellationToken);
        if (TitlePattern.Find(files, subjects, []) is { } found)
            return found;

        IEnumerable<string> texts = await WorkflowFiles.ReadTheirsAsync(git, tip, files, cancellationToken);
        return TitlePattern.Find([], [], texts);
    }
}
