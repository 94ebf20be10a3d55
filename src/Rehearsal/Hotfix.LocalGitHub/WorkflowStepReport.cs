namespace Hotfix.LocalGitHub;

/// <summary>One step of a reported job.</summary>
/// <param name="Name">As in the workflow file.</param>
/// <param name="Conclusion"><c>success</c>, <c>failure</c>, <c>skipped</c>, …; <c>null</c> while it runs.</param>
public sealed record WorkflowStepReport(string Name, string? Conclusion);
