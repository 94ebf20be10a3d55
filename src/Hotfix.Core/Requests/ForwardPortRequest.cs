namespace Hotfix.Core.Requests;

/// <summary>What was asked of a forward-port.</summary>
/// <param name="Decision">Who, when and why it is not needed, one line; <c>null</c> when it is.</param>
/// <param name="Reviewers">Logins or <c>org/team</c>, asked for a review of the pull request.</param>
/// <param name="Now">The clock, for due dates.</param>
internal sealed record ForwardPortRequest(string? Decision, IReadOnlyList<string> Reviewers, DateTimeOffset Now);
