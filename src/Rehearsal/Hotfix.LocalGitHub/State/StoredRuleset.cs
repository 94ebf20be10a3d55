namespace Hotfix.LocalGitHub.State;

internal sealed record StoredRuleset(long Id, Ruleset Ruleset, DateTimeOffset CreatedAt);
