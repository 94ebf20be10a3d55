namespace Hotfix.GitHub.Answers;

/// <summary>Whoever did something; where GitHub has <c>null</c>, the account is gone.</summary>
internal sealed record UserAnswer(string Login);
