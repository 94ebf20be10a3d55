using Hotfix.Core.Refs;

namespace Hotfix.Git.Reading;

/// <summary>A clone whose history was cut off (git-clone(1) <c>--depth</c>).</summary>
internal sealed class ShallowHistory(GitCommandLine git, GitLocation location)
{
    /// <summary>
    /// Whether questions of ancestry among these commits have the same answer as in the whole history: they have a common
    /// ancestor, and no place where history was cut off lies between it and them.
    /// </summary>
    public async Task<bool> IsEnoughAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        IReadOnlySet<CommitSha> present = await Objects.PresentAsync(git, request.Commits, cancellationToken);
        string[] tips = [.. present.Select(commit => commit.Value)];
        if (tips.Length < 2)
            return true;

        GitResult common = await git.RunAsync(["merge-base", "--octopus", .. tips], cancellationToken);
        if (!common.IsSuccess)
            return common.ExitCode == 1 ? false : throw GitErrors.Failed(common);

        var call = new GitCall(["rev-list", "--max-parents=0", "--stdin"]) { StandardInput = string.Join('\n', [.. tips, $"^{common.Line}"]) + "\n" };
        GitResult roots = await git.RunAsync(call, cancellationToken);
        if (!roots.IsSuccess)
            throw GitErrors.Failed(roots);

        string[] cuts = await File.ReadAllLinesAsync(location.ShallowFile, cancellationToken);
        return !roots.Line.Split('\n').Intersect(cuts, StringComparer.Ordinal).Any();
    }
}
