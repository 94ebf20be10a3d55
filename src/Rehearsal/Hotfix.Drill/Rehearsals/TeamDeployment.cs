namespace Hotfix.Drill.Rehearsals;

/// <summary>How a team deploys by itself.</summary>
/// <param name="Workflow">Its workflow file, which takes the input <c>version</c>.</param>
/// <param name="Variable">The variable of the repository that says which version production runs.</param>
internal sealed record TeamDeployment(string Workflow, string Variable);
