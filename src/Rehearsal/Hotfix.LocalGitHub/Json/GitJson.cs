using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;

namespace Hotfix.LocalGitHub.Json;

/// <summary>Shapes of the git database: refs, tags, commits.</summary>
internal static class GitJson
{
    public static JsonObject Ref(GitRef source, Viewpoint view) =>
        new()
        {
            ["ref"] = source.Name,
            ["node_id"] = $"REF_{view.Repository.Id}_{source.Name}",
            ["url"] = $"{view.Api}/git/{source.Name}",
            ["object"] = Target(source.Sha, source.Type, view),
        };

    public static JsonObject Tag(GitTag tag, Viewpoint view) =>
        new()
        {
            ["node_id"] = $"TA_{tag.Sha}",
            ["tag"] = tag.Name,
            ["sha"] = tag.Sha,
            ["url"] = $"{view.Api}/git/tags/{tag.Sha}",
            ["message"] = tag.Message,
            ["tagger"] = Person(tag.Tagger),
            ["object"] = Target(tag.Target, tag.TargetType, view),
            ["verification"] = Verification(),
        };

    /// <summary>The <c>git-commit</c>: git's view, without accounts.</summary>
    public static JsonObject Commit(GitCommit commit, Viewpoint view) =>
        new()
        {
            ["sha"] = commit.Sha,
            ["node_id"] = $"C_{commit.Sha}",
            ["url"] = $"{view.Api}/git/commits/{commit.Sha}",
            ["html_url"] = $"{view.Web}/commit/{commit.Sha}",
            ["author"] = Person(commit.Author),
            ["committer"] = Person(commit.Committer),
            ["message"] = commit.Message,
            ["tree"] = new JsonObject { ["sha"] = commit.Tree, ["url"] = $"{view.Api}/git/trees/{commit.Tree}" },
            ["parents"] = JsonText.Array(
                commit.Parents.Select(parent => new JsonObject
                {
                    ["sha"] = parent,
                    ["url"] = $"{view.Api}/git/commits/{parent}",
                    ["html_url"] = $"{view.Web}/commit/{parent}",
                })
            ),
            ["verification"] = Verification(),
        };

    public static JsonObject Person(Signature signature) =>
        new()
        {
            ["name"] = signature.Name,
            ["email"] = signature.Email,
            ["date"] = JsonText.Time(signature.At),
        };

    public static JsonObject Verification() =>
        new()
        {
            ["verified"] = false,
            ["reason"] = "unsigned",
            ["signature"] = null,
            ["payload"] = null,
            ["verified_at"] = null,
        };

    /// <summary>Of a commit whose signature was looked at.</summary>
    public static JsonObject Verification(GitObject commit, bool isGood, DateTimeOffset now)
    {
        if (CommitSignatures.Split(commit) is not { } parts)
            return Verification();

        return new JsonObject
        {
            ["verified"] = isGood,
            ["reason"] = isGood ? "valid" : "unknown_key",
            ["signature"] = parts.Signature,
            ["payload"] = parts.Payload,
            ["verified_at"] = isGood ? JsonText.Time(now) : null,
        };
    }

    private static JsonObject Target(string sha, string type, Viewpoint view) =>
        new()
        {
            ["sha"] = sha,
            ["type"] = type,
            ["url"] = $"{view.Api}/git/{type}s/{sha}",
        };
}
