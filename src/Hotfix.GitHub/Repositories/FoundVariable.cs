namespace Hotfix.GitHub.Repositories;

/// <summary>What a configuration variable holds.</summary>
/// <param name="Value">Whole.</param>
/// <param name="ChangedAt">When it was given that value; <c>null</c> when the server does not say.</param>
internal sealed record FoundVariable(string Value, DateTimeOffset? ChangedAt);
