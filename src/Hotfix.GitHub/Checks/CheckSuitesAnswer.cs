namespace Hotfix.GitHub.Checks;

/// <summary>One page of <c>GET …/check-suites</c>.</summary>
internal sealed record CheckSuitesAnswer(IReadOnlyList<CheckSuitesAnswer.SuiteAnswer> CheckSuites)
{
    internal sealed record SuiteAnswer(long Id)
    {
        public string? Status { get; init; }

        public string? Conclusion { get; init; }

        public int? LatestCheckRunsCount { get; init; }

        public CheckRunAnswer.AppAnswer? App { get; init; }
    }
}
