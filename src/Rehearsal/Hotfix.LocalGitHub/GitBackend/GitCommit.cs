namespace Hotfix.LocalGitHub.GitBackend;

internal sealed record GitCommit(string Sha, string Tree, IReadOnlyList<string> Parents, Signature Author, Signature Committer, string Message)
{
    public static GitCommit From(GitObject source)
    {
        (IReadOnlyList<(string Name, string Value)> headers, string message) = source.Parse();
        string Value(string name) => headers.First(header => header.Name == name).Value;
        string[] parents = [.. headers.Where(header => header.Name == "parent").Select(header => header.Value)];
        return new GitCommit(source.Sha, Value("tree"), parents, Signature.Parse(Value("author")), Signature.Parse(Value("committer")), message.TrimEnd('\n'));
    }
}
