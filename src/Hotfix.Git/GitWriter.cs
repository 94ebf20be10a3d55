using Hotfix.Core.Plans;
using Hotfix.Git.Reading;
using Hotfix.Git.Writing;

namespace Hotfix.Git;

/// <summary>Changes a clone and its remote through git's command line, one step at a time.</summary>
/// <param name="git">Stands in the clone.</param>
/// <param name="remote">The remote to push to; <c>null</c>: chosen as <see cref="GitReader.ReadRemoteAsync"/> does.</param>
/// <param name="timeProvider">Dates new tags; the system's unless set.</param>
/// <remarks>Where git knows no committer, as on a fresh CI machine, tags and commits are made by <c>hotfix &lt;noreply@github.com&gt;</c>.</remarks>
internal sealed class GitWriter(GitCommandLine git, string? remote = null, TimeProvider? timeProvider = null)
{
    private SelectedRemote? _remote;

    /// <summary>git-update-ref(8) with an empty expected value.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.CreateBranch step, CancellationToken cancellationToken) =>
        new BranchCreation(git).CreateAsync(step, cancellationToken);

    /// <summary>Ancestry is checked; a branch that is checked out takes its work tree along (git-merge(1) <c>--ff-only</c>).</summary>
    public Task<Outcome> ApplyAsync(PlanStep.FastForwardBranch step, CancellationToken cancellationToken) =>
        new BranchCreation(git).FastForwardAsync(step, cancellationToken);

    /// <summary>git-switch(1), which refuses to lose local changes.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.CheckOutBranch step, CancellationToken cancellationToken) =>
        new CheckOut(git).SwitchAsync(step, cancellationToken);

    /// <summary>git-worktree(1) <c>add</c>.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.AddWorktree step, CancellationToken cancellationToken) =>
        new WorktreeCreation(git).AddAsync(step, cancellationToken);

    /// <summary>git-cherry-pick(1) <c>-x</c>, git-am(1) or git-apply(1) <c>--index</c> and a commit; undone as a whole when it stops half-way.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.ApplyFix step, CancellationToken cancellationToken) => new FixApplication(git, step).ApplyAsync(cancellationToken);

    /// <summary>git-push(1) <c>--porcelain --force-with-lease=ref:expected</c> after an ancestry check.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.PushBranch step, CancellationToken cancellationToken) =>
        await new Pushing(git, await SelectAsync(cancellationToken)).PushAsync(step, cancellationToken);

    /// <summary>Makes the tag object (git-mktag(1)) and pushes it with an empty expected value; no local ref is made.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.CreateTag step, CancellationToken cancellationToken) =>
        await new Tagging(git, await SelectAsync(cancellationToken), timeProvider ?? TimeProvider.System).TagAsync(step, cancellationToken);

    private async Task<SelectedRemote> SelectAsync(CancellationToken cancellationToken) =>
        _remote ??= await RemoteSelection.SelectAsync(git, remote, cancellationToken);
}
