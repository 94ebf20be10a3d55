using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Writing;

/// <summary>Checks a branch out in a linked work tree of its own (git-worktree(1)).</summary>
/// <remarks>In two parts, first the registration, then the files: an index that is not there yet tells a later run that the files are missing.</remarks>
internal sealed class WorktreeCreation(GitCommandLine git)
{
    public async Task<Outcome> AddAsync(PlanStep.AddWorktree step, CancellationToken cancellationToken)
    {
        BranchErrors.RequireTip(step.Branch, step.ExpectedTip, await Branches.ReadTipAsync(git, step.Branch, cancellationToken));
        IReadOnlyDictionary<BranchName, string> present = await Branches.ListWorktreesAsync(git, cancellationToken);
        string path = Path.GetFullPath(step.Path);
        string? known = present.GetValueOrDefault(step.Branch);
        bool isRegistered = known is not null && await IsSameAsync(known, path, cancellationToken);
        if (isRegistered && await HasFilesAsync(path, cancellationToken))
            return new Outcome(step, $"{step.Branch} is checked out in {path} already", WasFound: true);

        if (!isRegistered)
            await RegisterAsync(step, known, cancellationToken);

        GitResult filled = await git.RunAsync(new GitCall(["reset", "--hard", "--quiet"]) { Directory = path }, cancellationToken);
        if (!filled.IsSuccess)
        {
            await BranchErrors.RequireNoLockAsync(git, path, cancellationToken);
            throw await BranchErrors.WorkTreeInTheWayAsync(git, (step.Branch, path), filled, cancellationToken);
        }

        return new Outcome(step, $"{step.Branch} is checked out in {path} at {step.ExpectedTip.Short}{await WithSubmodulesAsync(path, cancellationToken)}");
    }

    // A new work tree has none of the submodules' files. They may lie where this credential does not reach: then it is said.
    private async Task<string> WithSubmodulesAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(path, ".gitmodules")))
            return "";

        GitResult updated = await git.RunAsync(
            GitCall.ToRemote("submodule", "--quiet", "update", "--init", "--recursive") with
            {
                Directory = path,
            },
            cancellationToken
        );
        return updated.IsSuccess
            ? ", with its submodules"
            : $"; its submodules could not be filled ({(updated.ErrorLines is [.., var last] ? last : $"exit code {updated.ExitCode}")}): 'git submodule update --init --recursive' in it does that";
    }

    private async Task RegisterAsync(PlanStep.AddWorktree step, string? known, CancellationToken cancellationToken)
    {
        if (known is not null && Directory.Exists(known))
        {
            throw new HotfixException(
                "HF2035",
                what: $"The branch '{step.Branch}' is checked out in another work tree; nothing was changed.",
                why: $"'git worktree list' shows it in '{known}'.",
                next: "Go on there, or check something else out there first."
            );
        }

        if (Directory.Exists(step.Path) && Directory.EnumerateFileSystemEntries(step.Path).Any())
        {
            throw new HotfixException(
                "HF2036",
                what: $"No work tree was made in '{step.Path}'; nothing was changed.",
                why: "There are files in that folder already.",
                next: "Name another folder with '--worktree'; 'git worktree list' shows whose it is."
            );
        }

        // A work tree whose folder somebody deleted still holds its branch; --force takes it over.
        string[] force = known is null ? [] : ["--force"];
        await git.ReadAsync(["worktree", "add", "--quiet", "--no-checkout", .. force, step.Path, step.Branch.Value], cancellationToken);
    }

    private async Task<bool> HasFilesAsync(string path, CancellationToken cancellationToken)
    {
        GitLocation location = await GitLocation.FindAsync(git, path, cancellationToken);
        return File.Exists(Path.Combine(location.GitDir, "index"));
    }

    // git prints paths with symbolic links resolved; so it has to say of ours what it would print.
    private async Task<bool> IsSameAsync(string known, string path, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
            return false;

        GitResult root = await git.RunAsync(new GitCall(["rev-parse", "--path-format=absolute", "--show-toplevel"]) { Directory = path }, cancellationToken);
        return root.IsSuccess && Path.GetFullPath(root.Line) == known;
    }
}
