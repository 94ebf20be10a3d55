namespace Hotfix.GitHub.Deployments;

/// <summary>A user by name: the number that environments know reviewers by.</summary>
internal sealed record AccountAnswer(long Id, string Login);
