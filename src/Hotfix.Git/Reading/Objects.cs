using System.Text.RegularExpressions;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Reading;

/// <summary>The object store: what is there, and what it holds (git-cat-file(1)).</summary>
internal static partial class Objects
{
    /// <summary>Of these names, those that are there, with the object they name; one process for any number.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        GitCommandLine git,
        IEnumerable<string> names,
        CancellationToken cancellationToken
    )
    {
        string[] asked = [.. names.Distinct(StringComparer.Ordinal)];
        if (asked.Length == 0)
            return new Dictionary<string, string>();

        // The question is what is here, not what a partial clone could fetch.
        var call = new GitCall(["cat-file", "--batch-check=%(objectname)"])
        {
            StandardInput = string.Join('\n', asked) + "\n",
            Environment = new Dictionary<string, string?> { ["GIT_NO_LAZY_FETCH"] = "1" },
        };
        GitResult result = await git.RunAsync(call, cancellationToken);
        string[] answers = result.Line.Split('\n');
        return result.IsSuccess && answers.Length == asked.Length
            ? asked
                .Zip(answers)
                .Where(pair => CommitSha.TryParse(pair.Second, out _))
                .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            : throw GitErrors.Failed(result);
    }

    /// <summary>Of these commits, those that are in the object store.</summary>
    public static async Task<IReadOnlySet<CommitSha>> PresentAsync(GitCommandLine git, IEnumerable<CommitSha> commits, CancellationToken cancellationToken)
    {
        // A tag may name something other than a commit; asked for as a commit, that counts as missing.
        IReadOnlyDictionary<string, string> found = await ResolveAsync(git, commits.Select(commit => $"{commit}^{{commit}}"), cancellationToken);
        return found.Values.Select(CommitSha.Parse).ToHashSet();
    }

    /// <summary>The content of a blob; <c>null</c> when there is none of that name.</summary>
    /// <param name="git">Stands in the clone.</param>
    /// <param name="name"><c>sha:path</c>.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    public static async Task<string?> ReadTextAsync(GitCommandLine git, string name, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(new GitCall(["cat-file", "--batch", "-z"]) { StandardInput = name + "\0" }, cancellationToken);
        if (!result.IsSuccess)
            throw GitErrors.Failed(result);

        Match header = BlobHeader().Match(result.Output);
        return header.Success ? result.Output[header.Length..^1] : null;
    }

    [GeneratedRegex("\\A[0-9a-f]{40,64} blob [0-9]+\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlobHeader();
}
