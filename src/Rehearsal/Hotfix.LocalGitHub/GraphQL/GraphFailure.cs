namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>An entry of <c>errors</c>: GraphQL answers 200 all the same.</summary>
internal sealed class GraphFailure(string type, string message) : Exception(message)
{
    /// <summary><c>NOT_FOUND</c>, <c>FORBIDDEN</c>, <c>UNPROCESSABLE</c>.</summary>
    public string Type { get; } = type;
}
