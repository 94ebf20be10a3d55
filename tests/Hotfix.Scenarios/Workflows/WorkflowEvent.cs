namespace Hotfix.Scenarios.Workflows;

/// <summary>What started a workflow.</summary>
/// <param name="Name"><c>workflow_dispatch</c>, <c>push</c>, …</param>
internal sealed record WorkflowEvent(string Name)
{
    /// <summary><c>refs/heads/main</c>, or the tag.</summary>
    public string Ref { get; init; } = "refs/heads/main";

    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Of the pull request that the event is about.</summary>
    public string? HeadBranch { get; init; }

    public string RefName => Ref[(Ref.IndexOf('/', "refs/".Length) + 1)..];

    public string RefType => Ref.StartsWith("refs/tags/", StringComparison.Ordinal) ? "tag" : "branch";
}
