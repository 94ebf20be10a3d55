using Hotfix.Core.Refs;

namespace Hotfix.Git.Parsing;

/// <summary>What <c>git ls-remote --symref</c> said of branches, tags and HEAD; other refs, such as pull requests, are passed over.</summary>
/// <remarks>Source: git-ls-remote(1). The commit behind a tag object is listed as <c>refs/tags/x^{}</c> right behind it.</remarks>
internal sealed record LsRemoteOutput(BranchName? DefaultBranch, IReadOnlyDictionary<BranchName, CommitSha> Branches, IReadOnlyList<RemoteTag> Tags)
{
    private const string Heads = "refs/heads/";
    private const string TagRefs = "refs/tags/";
    private const string Peeled = "^{}";

    public static LsRemoteOutput Parse(string output)
    {
        BranchName? defaultBranch = null;
        var branches = new Dictionary<BranchName, CommitSha>();
        var tags = new Dictionary<string, RemoteTag>(StringComparer.Ordinal);
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.Split('\t', 2);
            string name = fields.Length == 2 ? fields[1].TrimEnd('\r') : "";
            if (name == "HEAD" && fields[0].StartsWith($"ref: {Heads}", StringComparison.Ordinal))
            {
                defaultBranch = BranchName.TryParse(fields[0][$"ref: {Heads}".Length..], out BranchName? branch) ? branch : null;
            }
            else if (CommitSha.TryParse(fields[0], out CommitSha sha))
            {
                Add(name, sha, branches, tags);
            }
        }

        return new LsRemoteOutput(defaultBranch, branches, [.. tags.Values]);
    }

    private static void Add(string refName, CommitSha sha, Dictionary<BranchName, CommitSha> branches, Dictionary<string, RemoteTag> tags)
    {
        if (refName.StartsWith(Heads, StringComparison.Ordinal) && BranchName.TryParse(refName[Heads.Length..], out BranchName? branch))
        {
            branches[branch] = sha;
        }
        else if (refName.StartsWith(TagRefs, StringComparison.Ordinal))
        {
            string name = refName[TagRefs.Length..];
            string tag = name.EndsWith(Peeled, StringComparison.Ordinal) ? name[..^Peeled.Length] : name;
            bool isPeeled = tag.Length < name.Length;

            // A tag's name follows the same rules as a branch's.
            if (BranchName.TryParse(tag, out _))
                tags[tag] = isPeeled && tags.TryGetValue(tag, out RemoteTag? known) ? known with { Commit = sha } : new RemoteTag(tag, sha, sha);
        }
    }
}
