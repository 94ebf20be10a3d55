namespace Hotfix.GitHub.Workflows;

/// <summary>One page of <c>GET …/actions/runs/{id}/jobs</c>.</summary>
internal sealed record RunJobsAnswer(IReadOnlyList<RunJobsAnswer.RunJobAnswer> Jobs)
{
    internal sealed record RunJobAnswer(long Id, string Name)
    {
        public string? Status { get; init; }

        public string? Conclusion { get; init; }

        public string? HtmlUrl { get; init; }

        public IReadOnlyList<RunStepAnswer>? Steps { get; init; }
    }

    internal sealed record RunStepAnswer(string Name)
    {
        public string? Status { get; init; }

        public string? Conclusion { get; init; }
    }
}
