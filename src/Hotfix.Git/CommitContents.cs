using System.Text;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git;

/// <summary>Takes commits apart, so that they can be made again elsewhere, and writes what came back.</summary>
/// <param name="git">Stands in the clone.</param>
internal sealed class CommitContents(GitCommandLine git)
{
    /// <summary>The commits of one line, oldest first.</summary>
    /// <param name="onto">Where they begin; not among them.</param>
    /// <param name="tip">Where they end.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    public async Task<IReadOnlyList<CommitContent>> ListAsync(CommitSha onto, CommitSha tip, CancellationToken cancellationToken)
    {
        string said = await git.ReadAsync(
            [
                "log",
                "-z",
                "--reverse",
                "--first-parent",
                "--no-show-signature",
                "--no-color",
                "--format=%H%x01%T%x01%an <%ae>%x01%B",
                tip.Value,
                $"^{onto}",
                "--",
            ],
            cancellationToken
        );
        string before = await git.ReadAsync(["rev-parse", "--verify", $"{onto}^{{tree}}"], cancellationToken);
        var commits = new List<CommitContent>();
        foreach (string one in said.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = one.Split('\u0001', 4);
            commits.Add(
                new CommitContent(CommitSha.Parse(parts[0].Trim()), before, parts[1], parts[2], parts[3].TrimEnd('\n'))
                {
                    Changes = await ListChangesAsync(before, parts[1], cancellationToken),
                }
            );
            before = parts[1];
        }

        return commits;
    }

    /// <summary>A file's bytes (git-cat-file(1) <c>--batch</c>: a stream that began with the content could begin with a byte order mark).</summary>
    public async Task<byte[]> ReadBlobAsync(string sha, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(new GitCall(["cat-file", "--batch"]) { StandardInput = sha + "\n", IsBinary = true }, cancellationToken);
        int start = result.Output.IndexOf('\n', StringComparison.Ordinal) + 1;
        return result.IsSuccess && result.Output.StartsWith($"{sha} blob ", StringComparison.Ordinal)
            ? Encoding.Latin1.GetBytes(result.Output[start..^1])
            : throw GitErrors.Failed(result);
    }

    /// <summary>Writes the very object; nothing refers to it yet.</summary>
    /// <exception cref="HotfixException">HF4459 when what was told of it does not give its name.</exception>
    public async Task<CommitSha> KeepAsync(MadeCommit made, CancellationToken cancellationToken)
    {
        // Some signatures end with a line of their own that is empty, which stands in the object as well.
        foreach (string signature in new[] { made.Signature.TrimEnd('\n'), made.Signature.TrimEnd('\n') + "\n" })
        {
            string text = With(made.Payload, signature);
            GitResult named = await git.RunAsync(new GitCall(["hash-object", "-t", "commit", "--stdin"]) { StandardInput = text }, cancellationToken);
            if (named.Line != made.Sha)
                continue;

            GitResult written = await git.RunAsync(new GitCall(["hash-object", "-t", "commit", "-w", "--stdin"]) { StandardInput = text }, cancellationToken);
            return written.IsSuccess ? CommitSha.Parse(written.Line) : throw GitErrors.Failed(written);
        }

        throw new HotfixException(
            "HF4459",
            what: $"GitHub made the commit {made.Sha}, and what it told of it gives another name; nothing was pushed.",
            why: "The signed text and the signature do not make that object.",
            next: "Run it again; if it stays so, sign where git has a key (git config commit.gpgSign true)."
        );
    }

    /// <summary>Moves a branch to a commit with the same tree, so that a work tree that has it checked out stays as it is.</summary>
    public Task MoveAsync(BranchName branch, CommitSha from, CommitSha to, CancellationToken cancellationToken) =>
        git.ReadAsync(["update-ref", "-m", "hotfix: signed by GitHub", branch.RefName, to.Value, from.Value], cancellationToken);

    // The signature is the last header; each of its lines but the first begins with a space (gitformat-signature(5)).
    private static string With(string payload, string signature)
    {
        int end = payload.IndexOf("\n\n", StringComparison.Ordinal);
        return $"{payload[..end]}\ngpgsig {signature.Replace("\n", "\n ", StringComparison.Ordinal)}{payload[end..]}";
    }

    private async Task<IReadOnlyList<CommitContent.Entry>> ListChangesAsync(string from, string to, CancellationToken cancellationToken)
    {
        string[] parts = (
            await git.ReadAsync(["diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index", "--no-ext-diff", from, to], cancellationToken)
        ).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. parts
                .Chunk(2)
                .Select(pair => (Fields: pair[0].TrimStart(':').Split(' '), Path: pair[1]))
                .Select(one => new CommitContent.Entry(one.Path, one.Fields[4] == "D" ? null : one.Fields[1], one.Fields[3])),
        ];
    }
}
