using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Git;

namespace Hotfix.Pipeline.PullRequests;

/// <summary>Looks how a repository titles its pull requests.</summary>
internal sealed class TitleLook(GitReader git)
{
    private const int Subjects = 30;
    private const int MostWorkflows = 30;
    private const string Workflows = ".github/workflows/";

    /// <summary>What was said, else what a look at the commit tells.</summary>
    public async Task<TitlePattern?> FindAsync(HotfixConventions conventions, CommitSha tip, CancellationToken cancellationToken) =>
        conventions.Title ?? await FindAsync(tip, await git.ListFilesAsync(tip, cancellationToken), cancellationToken);

    /// <summary>One look at a commit that is here; the workflows are read only where neither files nor history tell.</summary>
    public async Task<TitlePattern?> FindAsync(CommitSha tip, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> subjects = await git.ListSubjectsAsync(tip, Subjects, cancellationToken);
        if (TitlePattern.Find(files, subjects, []) is { } found)
            return found;

        var texts = new List<string>();
        foreach (
            string path in files
                .Where(path => path.StartsWith(Workflows, StringComparison.Ordinal) && Path.GetExtension(path) is ".yml" or ".yaml")
                .Take(MostWorkflows)
        )
        {
            texts.Add(await git.ReadFileAsync(tip, path, cancellationToken) ?? "");
        }

        return TitlePattern.Find([], [], texts);
    }
}
