namespace Hotfix.Core.Snapshots;

/// <summary>One report on a deployment; the newest says where it stands.</summary>
/// <param name="Id">Grows with time.</param>
/// <param name="State">What it means.</param>
/// <param name="Detail">GitHub's own word, unknown ones included.</param>
/// <param name="Description">A few words of whoever reported; empty when none.</param>
/// <param name="CreatedAt">When it was reported.</param>
/// <param name="LogUrl">The page with the output; empty when none was named.</param>
/// <param name="EnvironmentUrl">Where the result can be seen; empty when none was named.</param>
internal sealed record DeploymentStatus(
    long Id,
    DeploymentState State,
    string Detail,
    string Description,
    DateTimeOffset CreatedAt,
    string LogUrl = "",
    string EnvironmentUrl = ""
);
