namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>An annotated tag's object.</summary>
internal sealed record GitTag(string Sha, string Target, string TargetType, string Name, Signature Tagger, string Message)
{
    public static GitTag From(GitObject source)
    {
        (IReadOnlyList<(string Name, string Value)> headers, string message) = source.Parse();
        string Value(string name) => headers.First(header => header.Name == name).Value;
        return new GitTag(source.Sha, Value("object"), Value("type"), Value("tag"), Signature.Parse(Value("tagger")), message.TrimEnd('\n'));
    }
}
