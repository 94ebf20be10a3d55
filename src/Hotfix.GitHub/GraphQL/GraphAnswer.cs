namespace Hotfix.GitHub.GraphQL;

/// <summary>What GraphQL answers: data, errors, or both.</summary>
internal sealed record GraphAnswer<T>
    where T : class
{
    public T? Data { get; init; }

    public IReadOnlyList<GraphError>? Errors { get; init; }
}
