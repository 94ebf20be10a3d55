namespace Hotfix.GitHub.Answers;

/// <summary>One page of <c>GET …/actions/runs</c>.</summary>
internal sealed record WorkflowRunsAnswer(IReadOnlyList<WorkflowRunsAnswer.RunAnswer> WorkflowRuns)
{
    internal sealed record RunAnswer(long Id, string HtmlUrl)
    {
        public string? Name { get; init; }

        public string? Path { get; init; }

        public string? Event { get; init; }

        public string? Status { get; init; }

        public string? Conclusion { get; init; }

        public long? CheckSuiteId { get; init; }
    }
}
