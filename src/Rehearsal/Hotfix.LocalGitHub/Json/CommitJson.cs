using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

/// <summary>Shapes of a commit in the repository: with accounts, statistics and files.</summary>
internal static class CommitJson
{
    public static JsonObject Of(GitCommit commit, Viewpoint view) =>
        new()
        {
            ["sha"] = commit.Sha,
            ["node_id"] = $"C_{commit.Sha}",
            ["commit"] = new JsonObject
            {
                ["author"] = GitJson.Person(commit.Author),
                ["committer"] = GitJson.Person(commit.Committer),
                ["message"] = commit.Message,
                ["tree"] = new JsonObject { ["sha"] = commit.Tree, ["url"] = $"{view.Api}/git/trees/{commit.Tree}" },
                ["url"] = $"{view.Api}/git/commits/{commit.Sha}",
                ["comment_count"] = 0,
                ["verification"] = GitJson.Verification(),
            },
            ["url"] = $"{view.Api}/commits/{commit.Sha}",
            ["html_url"] = $"{view.Web}/commit/{commit.Sha}",
            ["comments_url"] = $"{view.Api}/commits/{commit.Sha}/comments",
            ["author"] = AccountOf(commit.Author, view),
            ["committer"] = AccountOf(commit.Committer, view),
            ["parents"] = JsonText.Array(
                commit.Parents.Select(parent => new JsonObject
                {
                    ["sha"] = parent,
                    ["url"] = $"{view.Api}/commits/{parent}",
                    ["html_url"] = $"{view.Web}/commit/{parent}",
                })
            ),
        };

    /// <summary>A commit as a check suite or workflow run mentions it.</summary>
    public static JsonObject Mention(GitCommit commit) =>
        new()
        {
            ["id"] = commit.Sha,
            ["tree_id"] = commit.Tree,
            ["message"] = commit.Message,
            ["timestamp"] = JsonText.Time(commit.Committer.At),
            ["author"] = new JsonObject { ["name"] = commit.Author.Name, ["email"] = commit.Author.Email },
            ["committer"] = new JsonObject { ["name"] = commit.Committer.Name, ["email"] = commit.Committer.Email },
        };

    public static JsonArray Files(IEnumerable<FileChange> changes, string sha, Viewpoint view) =>
        JsonText.Array(changes.Select(change => File(change, sha, view)));

    public static JsonObject File(FileChange change, string sha, Viewpoint view)
    {
        string path = string.Join('/', change.Path.Split('/').Select(Uri.EscapeDataString));
        var body = new JsonObject
        {
            ["sha"] = change.BlobSha,
            ["filename"] = change.Path,
            ["status"] = change.Status,
            ["additions"] = change.Additions,
            ["deletions"] = change.Deletions,
            ["changes"] = change.Additions + change.Deletions,
            ["blob_url"] = $"{view.Web}/blob/{sha}/{path}",
            ["raw_url"] = $"{view.Web}/raw/{sha}/{path}",
            ["contents_url"] = $"{view.Api}/contents/{path}?ref={sha}",
        };
        if (change.Patch is not null)
            body["patch"] = change.Patch;

        if (change.PreviousPath is not null)
            body["previous_filename"] = change.PreviousPath;

        return body;
    }

    // The account whose private address wrote it, if it is one of ours.
    private static JsonObject? AccountOf(Signature signature, Viewpoint view)
    {
        string name = signature.Email.Split('@')[0];
        Account? account = view.Repository.Hub.FindAccount(name[(name.IndexOf('+', StringComparison.Ordinal) + 1)..]);
        return account?.Email == signature.Email ? view.User(account) : null;
    }
}
