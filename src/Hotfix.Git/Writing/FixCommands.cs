using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Writing;

/// <summary>The git commands for one kind of fix, and the one that takes them back.</summary>
/// <param name="git">Stands in the clone.</param>
/// <param name="step">What to apply, and where.</param>
/// <param name="isStaged">Whether a plain patch is in the index already.</param>
internal sealed class FixCommands(GitCommandLine git, PlanStep.ApplyFix step, bool isStaged)
{
    /// <summary>The command that failed; <c>null</c> when all went well.</summary>
    public async Task<GitResult?> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string?>? identity = await Identity.SubstituteAsync(git, cancellationToken);
        foreach (GitCall call in Calls())
        {
            GitResult result = await git.RunAsync(call with { Directory = step.Directory, Environment = identity }, cancellationToken);
            if (!result.IsSuccess)
                return result;
        }

        return null;
    }

    public async Task<IReadOnlyList<string>> ListConflictsAsync(CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(In(["diff", "--name-only", "--diff-filter=U", "-z"]), cancellationToken);
        return result.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Back to the expected tip. Only what the commands did is taken back: the work tree was clean before them.</summary>
    public async Task UndoAsync(CancellationToken cancellationToken)
    {
        if (step.Fix is Fix.Patch { IsMailbox: false })
        {
            await git.RunAsync(In(["reset", "--merge", "--quiet", step.ExpectedTip.Value]), cancellationToken);
            return;
        }

        string command = step.Fix is Fix.Commits ? "cherry-pick" : "am";
        GitResult aborted = await git.RunAsync(In([command, "--abort"]), cancellationToken);
        if (!aborted.IsSuccess)
        {
            // It had not begun, or it was killed before it wrote down what to abort.
            await git.RunAsync(In(["reset", "--merge", "--quiet", step.ExpectedTip.Value]), cancellationToken);
        }
    }

    private IEnumerable<GitCall> Calls() =>
        step.Fix switch
        {
            Fix.Commits commits => [new GitCall(["cherry-pick", "-x", .. Sign, .. commits.Shas.Select(sha => sha.Value)])],
            Fix.Patch { IsMailbox: true } patch => [new GitCall(["am", "--quiet", "--no-3way", .. Sign, patch.Path])],
            Fix.Patch patch when isStaged => [Commit(patch)],
            Fix.Patch patch => [new GitCall(["apply", "--index", patch.Path]), Commit(patch)],
            _ => throw new InvalidOperationException($"Not a kind of fix: {step.Fix}"),
        };

    private string[] Sign => Signing.OfCommands(step.Signing);

    private GitCall Commit(Fix.Patch patch) => new(["commit", "--quiet", .. Sign, "--file=-"]) { StandardInput = patch.Message + "\n" };

    private GitCall In(IReadOnlyList<string> arguments) => new(arguments) { Directory = step.Directory };
}
