namespace Hotfix.GitHub.GraphQL;

/// <summary>Where a page ends, and whether another one follows.</summary>
internal sealed record GraphPageInfo(bool HasNextPage, string? EndCursor = null);
