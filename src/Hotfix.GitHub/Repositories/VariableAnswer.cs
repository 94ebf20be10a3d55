namespace Hotfix.GitHub.Repositories;

/// <summary>A configuration variable.</summary>
internal sealed record VariableAnswer(string Name, string Value, DateTimeOffset? UpdatedAt = null);
