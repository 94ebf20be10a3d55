namespace Hotfix.GitHub.GraphQL;

/// <summary>What a mutation gives back is never read: whether it took effect is asked for.</summary>
internal sealed record MutationData;
