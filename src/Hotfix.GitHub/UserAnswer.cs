namespace Hotfix.GitHub;

/// <summary>Whoever did something; where GitHub has <c>null</c>, the account is gone.</summary>
internal sealed record UserAnswer(string Login);
