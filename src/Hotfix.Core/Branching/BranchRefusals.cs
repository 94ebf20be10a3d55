using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Branching;

/// <summary>The texts of what <c>CreateHotfixBranch</c> refuses.</summary>
internal static class BranchRefusals
{
    private const int ShownFiles = 5;

    public static Refusal Dirty(WorkTree tree) =>
        new(
            "HF4001",
            What: $"The work tree has uncommitted changes in {Files(tree.ChangedFiles)}; nothing was changed.",
            Why: "Checking out the hotfix branch would mix them with the fix.",
            Next: "Put them aside with 'git stash', or leave this work tree alone: add --worktree ../hotfix"
        );

    public static Refusal Fork(RemoteRefs remote, string parent) =>
        new(
            "HF4308",
            What: $"Remote {remote.Remote} is a fork of {parent}, and nothing says which of the two is meant; nothing was changed.",
            Why: $"A hotfix of {remote.Url} would open its pull request inside the fork, and release there.",
            Next: $"Name the remote of {parent}: --remote upstream (git remote add upstream <address of {parent}>); or the fork itself: --remote {remote.Remote}"
        );

    public static Refusal NameTaken(BranchName name, BranchName obstacle, string remote) =>
        new(
            "HF4310",
            What: $"Branch {name} cannot be made: {remote} has a branch called {obstacle}; nothing was changed.",
            Why: "To git a branch is a file, and its slashes are folders: the one name cannot be both.",
            Next: $"Name hotfix branches otherwise: --hotfix-prefix hotfixes/ (or \"HotfixPrefix\" in .nuke/parameters.json); or rename {obstacle} there."
        );

    public static Refusal WhichBase(BranchName standard, BranchName production) =>
        new(
            "HF4311",
            What: $"Production seems to be released from {production}, and the default branch is {standard}; nothing says where the fix goes, and nothing was changed.",
            Why: $"The newest release is the tip of {production}, and not that of {standard}.",
            Next: $"Say so, best in .nuke/parameters.json (\"Base\"): --base {production}, from which the fix is carried to {standard}; or --base {standard}"
        );

    public static Refusal OperationInProgress(string operation) =>
        new(
            "HF4002",
            What: $"A {operation} is half done in this work tree; nothing was changed.",
            Why: $"git keeps its state until it is finished or given up.",
            Next: $"Finish it, or give it up with 'git {operation} {(operation == "bisect" ? "reset" : "--abort")}'."
        );

    public static Refusal WouldOverwrite(IReadOnlyList<string> files) =>
        new(
            "HF4007",
            What: $"Checking out the hotfix branch would overwrite untracked {Files(files)}; nothing was changed.",
            Why: "The branch has files of the same names.",
            Next: "Move them away, or leave this work tree alone: add --worktree ../hotfix"
        );

    public static Refusal Diverged(HotfixBranch hotfix, string remote) =>
        new(
            "HF4004",
            What: $"Branch {hotfix.Name} has gone two ways; nothing was changed.",
            Why: $"Here it is at {hotfix.LocalTip?.Short}, at {remote} at {hotfix.RemoteTip?.Short}; neither contains the other.",
            Next: $"Bring them together, then run it again: git pull --rebase {remote} {hotfix.Name}"
        );

    public static Refusal UnrelatedBase(HotfixBranch hotfix, BranchName baseBranch) =>
        new(
            "HF4003",
            What: $"Branch {hotfix.Name} exists, but not on {baseBranch}; nothing was changed.",
            Why: "The two share no commit.",
            Next: "Give this hotfix another description, or delete that branch when nobody needs it."
        );

    public static Refusal OtherBase(HotfixBranch hotfix, BranchName baseBranch) =>
        new(
            "HF4003",
            What: $"Branch {hotfix.Name} exists, but was cut from {string.Join(", ", hotfix.OtherBases)}, not from {baseBranch}; nothing was changed.",
            Why: $"It carries commits of {hotfix.OtherBases[0]} that are not in {baseBranch}, which would all be released with the fix.",
            Next: $"If that is the right base, add --base {hotfix.OtherBases[0]}; else give this hotfix another description."
        );

    public static Refusal CheckedOutElsewhere(BranchName branch, string path) =>
        new(
            "HF4009",
            What: $"Branch {branch} is checked out in {path} already; nothing was changed.",
            Why: "git allows a branch in one work tree only.",
            Next: $"Go on there (cd {path}), or leave --worktree out."
        );

    private static string Files(IReadOnlyList<string> files) =>
        files.Count <= ShownFiles ? string.Join(", ", files) : $"{string.Join(", ", files.Take(ShownFiles))} and {files.Count - ShownFiles} more";
}
