namespace Hotfix.Scenarios.Workflows;

/// <summary>What came of one job.</summary>
/// <param name="Result"><c>success</c>, <c>failure</c> or <c>skipped</c>.</param>
internal sealed record WorkflowJob(string Result)
{
    public Dictionary<string, string> Outputs { get; } = [];

    public string Log { get; set; } = "";

    public string Summary { get; set; } = "";
}
