namespace Hotfix.LocalGitHub.State;

internal sealed record DeploymentStatus(long Id, string State, Account Creator, DateTimeOffset At)
{
    public static readonly string[] States = ["error", "failure", "inactive", "in_progress", "queued", "pending", "success"];

    public string Description { get; init; } = "";

    public string Environment { get; init; } = "";

    public string LogUrl { get; init; } = "";

    public string EnvironmentUrl { get; init; } = "";
}
