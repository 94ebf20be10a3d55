namespace Hotfix.GitHub.GraphQL;

/// <summary>One page of a GraphQL connection; its nodes may each be <c>null</c>.</summary>
internal sealed record GraphPage<T>(GraphPageInfo PageInfo, IReadOnlyList<T?>? Nodes)
{
    /// <summary>How many a search found in all; <c>null</c> in other connections.</summary>
    public int? IssueCount { get; init; }

    public IEnumerable<T> Items => (Nodes ?? []).OfType<T>();
}
