namespace Hotfix.LocalGitHub.State;

internal sealed record Variable(string Name, string Value, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
