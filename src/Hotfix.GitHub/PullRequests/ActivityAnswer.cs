namespace Hotfix.GitHub.PullRequests;

/// <summary>One entry of <c>GET …/activity</c>; the actor is <c>null</c> when the account is gone.</summary>
internal sealed record ActivityAnswer(string ActivityType, UserAnswer? Actor = null);
