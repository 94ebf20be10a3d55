namespace Hotfix.GitHub.Checks;

/// <summary>One page of <c>GET …/check-runs</c>.</summary>
internal sealed record CheckRunsAnswer(IReadOnlyList<CheckRunAnswer> CheckRuns);
