namespace Hotfix.LocalGitHub.State;

/// <summary>
/// One move of a branch, as <c>GET …/activity</c> lists it. Types: <c>push</c>, <c>force_push</c>, <c>branch_creation</c>, <c>branch_deletion</c>,
/// <c>pr_merge</c>, <c>merge_queue_merge</c>.
/// </summary>
internal sealed record Activity(long Id, string Type, string RefName, Account Actor, DateTimeOffset At)
{
    public required string Before { get; init; }

    public required string After { get; init; }
}
