using Hotfix.Core.Execution;
using Hotfix.Core.Plans;
using Hotfix.Git.Reading;
using Hotfix.Git.Writing;

namespace Hotfix.Git;

/// <summary>Changes a clone and its remote through git's command line, one step at a time.</summary>
/// <param name="git">Stands in the clone.</param>
/// <param name="remote">The remote to push to; <c>null</c>: chosen as <see cref="IGitReader.ReadRemoteAsync"/> does.</param>
/// <param name="timeProvider">Dates new tags; the system's unless set.</param>
/// <remarks>Where git knows no committer, as on a fresh CI machine, tags and commits are made by <c>hotfix &lt;noreply@github.com&gt;</c>.</remarks>
public sealed class GitWriter(GitCommandLine git, string? remote = null, TimeProvider? timeProvider = null) : IGitWriter
{
    private SelectedRemote? _remote;

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.CreateBranch step, CancellationToken cancellationToken) =>
        new BranchCreation(git).CreateAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.FastForwardBranch step, CancellationToken cancellationToken) =>
        new BranchCreation(git).FastForwardAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.CheckOutBranch step, CancellationToken cancellationToken) =>
        new CheckOut(git).SwitchAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.AddWorktree step, CancellationToken cancellationToken) =>
        new WorktreeCreation(git).AddAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.ApplyFix step, CancellationToken cancellationToken) =>
        new FixApplication(git, step).ApplyAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<Outcome> ApplyAsync(PlanStep.PushBranch step, CancellationToken cancellationToken) =>
        await new Pushing(git, await SelectAsync(cancellationToken)).PushAsync(step, cancellationToken);

    /// <inheritdoc/>
    public async Task<Outcome> ApplyAsync(PlanStep.CreateTag step, CancellationToken cancellationToken) =>
        await new Tagging(git, await SelectAsync(cancellationToken), timeProvider ?? TimeProvider.System).TagAsync(step, cancellationToken);

    private async Task<SelectedRemote> SelectAsync(CancellationToken cancellationToken) =>
        _remote ??= await RemoteSelection.SelectAsync(git, remote, cancellationToken);
}
