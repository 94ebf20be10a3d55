namespace Hotfix.GitHub.Checks;

/// <summary>One page of <c>GET …/status</c>: the newest status of each context.</summary>
internal sealed record CombinedStatusAnswer(IReadOnlyList<CombinedStatusAnswer.StatusAnswer> Statuses)
{
    internal sealed record StatusAnswer(string Context, string State, string? TargetUrl = null, string? Description = null);
}
