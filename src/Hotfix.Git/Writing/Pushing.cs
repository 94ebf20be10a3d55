using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Git.Parsing;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Writing;

/// <summary>Pushes one commit to one branch, forward only and only from where it was seen.</summary>
internal sealed class Pushing(GitCommandLine git, SelectedRemote remote)
{
    public async Task<Outcome> PushAsync(PlanStep.PushBranch step, CancellationToken cancellationToken)
    {
        // A matching lease alone would let a rewrite through.
        if (step.ExpectedRemoteTip is { } expected && !await History.IsAncestorAsync(git, expected, step.Sha, cancellationToken))
            throw BranchErrors.NotFastForward(step.Branch, expected, step.Sha);

        string lease = step.ExpectedRemoteTip?.Value ?? "";
        GitResult result = await git.PushAsync(
            PushCall(remote, (step.Sha.Value, step.Branch.RefName), lease),
            async () => await RemoteListing.ReadBranchAsync(git, remote, step.Branch, cancellationToken) == step.ExpectedRemoteTip,
            cancellationToken
        );
        PushOutput answer = PushOutput.Parse(result.Output);
        return (result.IsSuccess, answer.Flag) switch
        {
            (true, '=') => Found(step),
            (true, _) => new Outcome(step, $"{step.Branch} at {remote.Name} is at {step.Sha}"),
            _ => await ExplainAsync(step, (result, answer), cancellationToken),
        };
    }

    /// <summary>A push of one object to one full ref name, which must hold <paramref name="lease"/>; empty: must not exist.</summary>
    public static GitCall PushCall(SelectedRemote remote, (string Sha, string RefName) what, string lease) =>
        GitCall.ToRemote("push", "--porcelain", "--no-follow-tags", $"--force-with-lease={what.RefName}:{lease}", remote.Name, $"{what.Sha}:{what.RefName}");

    /// <summary>The push said no, or its answer was lost: the remote itself knows which.</summary>
    private async Task<Outcome> ExplainAsync(PlanStep.PushBranch step, (GitResult Result, PushOutput Answer) push, CancellationToken cancellationToken)
    {
        CommitSha? actual = await RemoteListing.ReadBranchAsync(git, remote, step.Branch, cancellationToken);
        if (actual == step.Sha)
            return Found(step);

        if (actual != step.ExpectedRemoteTip)
        {
            throw new HotfixException(
                "HF2040",
                what: $"The push to '{step.Branch}' was rejected; nothing was changed.",
                why: $"The branch {Place(actual)} at '{remote.Name}'; the plan expected that it {Place(step.ExpectedRemoteTip)}.",
                next: "Somebody else pushed meanwhile: run the same command again, it looks anew."
            );
        }

        // A connection that fails ends with 128; a hook of ours says no with 1, before anything is sent.
        if (
            push is { Answer.Flag: not '!', Result.ExitCode: 1 }
            && !RemoteTrouble.MayPass(push.Result)
            && await Obstacles.OfHookAsync(git, directory: null, ["pre-push"], cancellationToken) is { } hook
        )
        {
            string byHand =
                $"Satisfy what the hook says; or push by hand without it, and run the same command again: git push --no-verify {remote.Name} {step.Sha}:{step.Branch.RefName}";
            throw (hook with { Next = byHand }).Stops($"The push of {step.Sha.Short} to '{step.Branch}' was not made; nothing was changed.", push.Result);
        }

        throw push.Answer is { Flag: '!', IsDecided: true }
            ? Refused(remote, $"the push of {step.Sha.Short} to '{step.Branch}'", push)
            : NotArrived(remote, $"'{step.Branch}'", push.Result);
    }

    public static HotfixException Refused(SelectedRemote remote, string what, (GitResult Result, PushOutput Answer) push) =>
        new(
            "HF2041",
            what: $"'{remote.Name}' refused {what}; nothing was changed.",
            why: string.Join(" | ", RemoteLines(push.Result).Append(push.Answer.Summary)),
            next: "A rule or a hook of the remote decides that: satisfy what it names, or ask an administrator of the repository."
        );

    public static HotfixException NotArrived(SelectedRemote remote, string what, GitResult result) =>
        new(
            new Refusal(
                "HF2042",
                What: $"The push of {what} to '{remote.Name}' ({remote.Url}) failed before the remote decided; nothing was changed.",
                Why: $"git ended with exit code {result.ExitCode}.",
                Next: "Check that this credential may push, and what a pre-push hook of yours says; then run it again."
            )
            {
                Output = [.. result.ErrorLines.TakeLast(5)],
            }
        );

    private static IEnumerable<string> RemoteLines(GitResult result) =>
        result
            .ErrorLines.Where(line => line.StartsWith("remote:", StringComparison.Ordinal))
            .Select(line => line["remote:".Length..].Trim())
            .Where(line => line.Length > 0);

    private Outcome Found(PlanStep.PushBranch step) => new(step, $"{step.Branch} at {remote.Name} is at {step.Sha} already", WasFound: true);

    private static string Place(CommitSha? sha) => sha is { } tip ? $"is at {tip}" : "does not exist";
}
