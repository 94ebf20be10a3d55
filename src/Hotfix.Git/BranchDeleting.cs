using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Git.Parsing;
using Hotfix.Git.Reading;
using Hotfix.Git.Writing;

namespace Hotfix.Git;

/// <summary>Deletes branches through git's command line, each only where it was seen.</summary>
/// <param name="git">Stands in the clone.</param>
/// <param name="remote">The remote; <c>null</c>: chosen as <see cref="GitReader.ReadRemoteAsync"/> does.</param>
internal sealed class BranchDeleting(GitCommandLine git, string? remote = null)
{
    /// <summary>git-push(1) <c>--force-with-lease=ref:expected</c> of nothing.</summary>
    /// <exception cref="HotfixException">HF2040 when it is elsewhere, HF2041 when the remote refuses.</exception>
    public async Task<Outcome> ApplyAsync(PlanStep.DeleteRemoteBranch step, CancellationToken cancellationToken)
    {
        SelectedRemote selected = await RemoteSelection.SelectAsync(git, remote, cancellationToken);
        string name = step.Branch.RefName;
        GitResult result = await git.PushAsync(
            GitCall.ToRemote("push", "--porcelain", $"--force-with-lease={name}:{step.ExpectedTip}", selected.Name, $":{name}"),
            async () => await RemoteListing.ReadBranchAsync(git, selected, step.Branch, cancellationToken) == step.ExpectedTip,
            cancellationToken
        );
        if (result.IsSuccess)
            return new Outcome(step, $"{step.Branch} is gone from {selected.Name}; git push {selected.Name} {step.ExpectedTip}:{name} brings it back");

        CommitSha? actual = await RemoteListing.ReadBranchAsync(git, selected, step.Branch, cancellationToken);
        if (actual is null)
            return new Outcome(step, $"{step.Branch} is gone from {selected.Name} already", WasFound: true);

        var answer = PushOutput.Parse(result.Output);
        throw actual != step.ExpectedTip ? Moved(step, actual.Value)
        : answer is { Flag: '!', IsDecided: true } ? Pushing.Refused(selected, $"the deletion of '{step.Branch}'", (result, answer))
        : Pushing.NotArrived(selected, $"the deletion of '{step.Branch}'", result);
    }

    /// <summary>git-update-ref(1) <c>-d</c> with the expected value.</summary>
    /// <exception cref="HotfixException">HF2032 when it is elsewhere.</exception>
    public async Task<Outcome> ApplyAsync(PlanStep.DeleteBranch step, CancellationToken cancellationToken)
    {
        CommitSha? tip = await Branches.ReadTipAsync(git, step.Branch, cancellationToken);
        if (tip is null)
            return new Outcome(step, $"{step.Branch} is gone already", WasFound: true);

        BranchErrors.RequireTip(step.Branch, step.ExpectedTip, tip);
        await git.ReadAsync(["update-ref", "-m", "hotfix: abandoned", "-d", step.Branch.RefName, step.ExpectedTip.Value], cancellationToken);
        return new Outcome(step, $"{step.Branch} is gone; git branch {step.Branch} {step.ExpectedTip} brings it back");
    }

    private static HotfixException Moved(PlanStep.DeleteRemoteBranch step, CommitSha actual) =>
        new(
            "HF2040",
            what: $"'{step.Branch}' was not deleted at the remote; nothing was changed.",
            why: $"It is at {actual}; the plan expected {step.ExpectedTip}.",
            next: "Somebody else pushed meanwhile: look at those commits, then run the same command again."
        );
}
