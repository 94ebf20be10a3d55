using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Parsing;

namespace Hotfix.Git.Reading;

/// <summary>Understands what <c>--fix</c> was given, and tries it on git objects before anything is planned.</summary>
internal sealed class FixReading(GitCommandLine git, CommitSha onto)
{
    public async Task<Fix> ReadAsync(string text, string message, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(text, git.WorkingDirectory);
        if (File.Exists(path))
            return await new PatchReading(git, onto).ReadAsync(path, message, cancellationToken);

        IReadOnlyList<CommitSummary> commits = await ListCommitsAsync(text, cancellationToken);
        if (commits.FirstOrDefault(commit => commit.Parents.Count > 1) is { } merge)
        {
            throw new HotfixException(
                "HF2021",
                what: $"The fix '{text}' holds a merge commit; nothing was changed.",
                why: $"{merge.Sha} '{merge.Subject}' has {merge.Parents.Count} parents, and none of them says what the fix is.",
                next: "Name the commits behind the merge, as 'a..b', or pass a patch file."
            );
        }

        return new Fix.Commits(await new CherryPickPreview(git, onto).KeepNeededAsync(text, commits, cancellationToken));
    }

    private async Task<IReadOnlyList<CommitSummary>> ListCommitsAsync(string text, CancellationToken cancellationToken)
    {
        bool isRange = text.Contains("..", StringComparison.Ordinal);
        if (text.StartsWith('-') || text.Contains("...", StringComparison.Ordinal))
            throw NotUnderstood(text, "It is neither a file, nor 'a..b', nor the name of a commit.");

        string[] what = isRange ? ["--reverse", text] : ["--max-count=1", $"{text}^{{commit}}"];
        GitResult result = await git.RunAsync(["log", "-z", "--no-show-signature", "--no-color", LogOutput.Format, .. what, "--"], cancellationToken);
        if (!result.IsSuccess)
            throw NotUnderstood(text, $"There is no such file in '{git.WorkingDirectory}'. {result.Evidence}");

        IReadOnlyList<CommitSummary> commits = LogOutput.Parse(result.Output);
        return commits.Count > 0 ? commits : throw NotUnderstood(text, "The range holds no commit; the older end comes first.");
    }

    private static HotfixException NotUnderstood(string text, string evidence) =>
        new(
            "HF2020",
            what: $"'{text}' names no fix; nothing was changed.",
            why: evidence,
            next: "Pass a patch file, a commit that is in this clone ('git fetch' brings it), or a range 'a..b', to '--fix'."
        );
}
