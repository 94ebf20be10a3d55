namespace Hotfix.GitHub.GraphQL;

/// <summary>One reason of GraphQL's.</summary>
internal sealed record GraphError
{
    /// <summary><c>NOT_FOUND</c>, <c>FORBIDDEN</c>, <c>UNPROCESSABLE</c>, <c>RATE_LIMITED</c>, …; <c>null</c> when the document itself was refused.</summary>
    public string? Type { get; init; }

    public string? Message { get; init; }

    /// <summary>Where in the document it was asked for what is refused.</summary>
    public IReadOnlyList<Location>? Locations { get; init; }

    /// <param name="Line">1 or more.</param>
    internal sealed record Location(int Line);
}
