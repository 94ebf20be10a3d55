using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Commits;

/// <summary>
/// Makes commits through GitHub's git database. Where neither author nor committer is named and the credential is an App's, GitHub signs them;
/// nothing refers to what is made until it is pushed.
/// </summary>
/// <remarks>Source: <c>POST …/git/blobs</c>, <c>…/git/trees</c>, <c>…/git/commits</c>. Why these: docs/decisions/signed-by-github.md.</remarks>
internal sealed partial class SignedCommits
{
    private readonly GitHubApi _api;

    /// <summary>The connection stays the caller's.</summary>
    public SignedCommits(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
    }

    /// <summary>Makes one.</summary>
    /// <param name="commit">As it was made here.</param>
    /// <param name="parent">Its parent, which GitHub has.</param>
    /// <param name="readBlob">The content of a file that it changes.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="HotfixException">HF4459 when GitHub gives another tree, or does not sign.</exception>
    public async Task<MadeCommit> CreateAsync(CommitContent commit, CommitSha parent, Func<string, Task<byte[]>> readBlob, CancellationToken cancellationToken)
    {
        foreach (string sha in commit.Changes.Where(change => change.IsBlob).Select(change => change.Sha).Distinct())
            await WriteBlobAsync(sha, await readBlob(sha), cancellationToken);

        if (commit.Changes.Count > 0)
            await WriteTreeAsync(commit, cancellationToken);

        var call = new Call($"make the commit {commit.Sha.Short} once more, signed", _api.InRepository("git/commits"), IsWrite: true);
        var body = new NewCommitBody(MessageOf(commit), commit.Tree, [parent.Value]);
        MadeCommitAnswer made = await _api.PostAsync<MadeCommitAnswer>(call, body, cancellationToken);
        return made.Verification is { Verified: true, Payload: { } payload, Signature: { } signature } && made.Tree.Sha == commit.Tree
            ? new MadeCommit(made.Sha, payload, signature)
            : throw NotSigned(commit, made.Verification?.Reason ?? "nothing was said of a signature");
    }

    // GitHub signs as the App and names it as the author: whoever wrote the change stays in the message.
    private static string MessageOf(CommitContent commit)
    {
        string trailer = $"Co-authored-by: {commit.Author}";
        string message = SecretMask.Mask(commit.Message).TrimEnd();
        return commit.Author.Contains("[bot]@", StringComparison.Ordinal) || message.Contains(trailer, StringComparison.Ordinal)
            ? message
            : $"{message}{(EndsInTrailers(message) ? "\n" : "\n\n")}{trailer}";
    }

    private static bool EndsInTrailers(string message) => message.Split("\n\n") is [_, .., var last] && last.Split('\n').All(line => Trailer().IsMatch(line));

    private async Task WriteBlobAsync(string sha, byte[] content, CancellationToken cancellationToken)
    {
        var call = new Call($"hand over the file {sha[..8]}", _api.InRepository("git/blobs"), IsWrite: true);
        ShaAnswer made = await _api.PostAsync<ShaAnswer>(call, new NewBlobBody(Convert.ToBase64String(content), "base64"), cancellationToken);
        if (made.Sha != sha)
            throw Other($"the file {sha}", made.Sha);
    }

    private async Task WriteTreeAsync(CommitContent commit, CancellationToken cancellationToken)
    {
        // A path that goes is one whose sha is null, which has to be sent.
        var tree = new JsonArray([
            .. commit.Changes.Select(change =>
                (JsonNode)
                    new JsonObject
                    {
                        ["path"] = change.Path,
                        ["mode"] = change.Mode ?? "100644",
                        ["type"] = change.IsBlob || change.Mode is null ? "blob" : "commit",
                        ["sha"] = change.Mode is null ? null : change.Sha,
                    }
            ),
        ]);
        var call = new Call($"hand over the files of {commit.Sha.Short}", _api.InRepository("git/trees"), IsWrite: true);
        string body = new JsonObject { ["base_tree"] = commit.ParentTree, ["tree"] = tree }.ToJsonString();
        ShaAnswer made = await _api.PostAsync<ShaAnswer>(call, body, cancellationToken);
        if (made.Sha != commit.Tree)
            throw Other($"the tree {commit.Tree} of {commit.Sha.Short}", made.Sha);
    }

    private static HotfixException NotSigned(CommitContent commit, string reason) =>
        new(
            "HF4459",
            what: $"GitHub did not sign the commit that stands for {commit.Sha.Short}; nothing was pushed.",
            why: $"Its verification says: {reason}.",
            next: "Let the run have the credential of a GitHub App; or sign where git has a key (git config commit.gpgSign true)."
        );

    private static HotfixException Other(string what, string made) =>
        new(
            "HF4459",
            what: $"GitHub was handed {what}, and made {made} of it; nothing was pushed.",
            why: "What would be signed is not what was planned.",
            next: "Sign where git has a key (git config commit.gpgSign true), and run it there."
        );

    [GeneratedRegex(@"^([A-Za-z0-9-]+: .|\(cherry picked from commit )", RegexOptions.CultureInvariant)]
    private static partial Regex Trailer();
}
