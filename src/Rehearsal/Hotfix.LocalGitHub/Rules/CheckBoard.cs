using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Rules;

/// <summary>
/// Check runs and commit statuses of one commit: of a name the newest of each workflow and event, or of each suite that no workflow is behind.
/// </summary>
internal sealed class CheckBoard
{
    private CheckBoard(IReadOnlyList<CheckRun> runs, IReadOnlyList<CommitStatus> statuses)
    {
        Runs = runs;
        Statuses = statuses;
    }

    public IReadOnlyList<CheckRun> Runs { get; }

    public IReadOnlyList<CommitStatus> Statuses { get; }

    public static CheckBoard Of(HostedRepository repository, string sha) =>
        new(
            [
                .. repository
                    .CheckRuns.Where(run => run.HeadSha == sha)
                    .GroupBy(run => (run.Name, Origin(repository, run.Suite)))
                    .Select(group => group.MaxBy(run => run.Id)!),
            ],
            [.. repository.Statuses.Where(status => status.Sha == sha).GroupBy(status => status.Context).Select(group => group.MaxBy(status => status.Id)!)]
        );

    private static (Workflow? Workflow, string? Event, CheckSuite? Suite) Origin(HostedRepository repository, CheckSuite suite) =>
        repository.Workflows.Runs.FirstOrDefault(run => run.Suite == suite) is { } run ? (run.Workflow, run.Event, null) : (null, null, suite);

    /// <summary>A check run and a status of the same name must both pass, and so must the check runs of several workflows.</summary>
    public CheckState StateOf(RequiredStatusCheck required)
    {
        IEnumerable<CheckState> runs = Runs.Where(run => run.Name == required.Context && (required.AppId is null || required.AppId == run.Suite.AppId))
            .Select(run =>
                run.Passed ? CheckState.Passing
                : run.Failed ? CheckState.Failing
                : CheckState.Pending
            );
        IEnumerable<CheckState> statuses = Statuses.Where(status => status.Context == required.Context && required.AppId is null).Select(StateOf);
        return Worst([.. runs, .. statuses]);
    }

    /// <summary>Everything that reported, required or not.</summary>
    public CheckState Overall() =>
        Worst([
            .. Runs.Select(run =>
                run.Passed ? CheckState.Passing
                : run.Failed ? CheckState.Failing
                : CheckState.Pending
            ),
            .. Statuses.Select(StateOf),
        ]);

    /// <summary><c>success</c>, <c>failure</c> or <c>pending</c>, as the combined status of the statuses alone.</summary>
    public string CombinedStatus() =>
        Statuses.Any(status => status.State is "failure" or "error") ? "failure"
        : Statuses.Count == 0 || Statuses.Any(status => status.State == "pending") ? "pending"
        : "success";

    private static CheckState StateOf(CommitStatus status) =>
        status.State switch
        {
            "success" => CheckState.Passing,
            "pending" => CheckState.Pending,
            _ => CheckState.Failing,
        };

    private static CheckState Worst(IReadOnlyCollection<CheckState> states) =>
        states.Count == 0 ? CheckState.Expected
        : states.Contains(CheckState.Failing) ? CheckState.Failing
        : states.Contains(CheckState.Pending) ? CheckState.Pending
        : CheckState.Passing;
}
