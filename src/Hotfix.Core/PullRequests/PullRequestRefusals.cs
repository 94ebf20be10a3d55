using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.PullRequests;

/// <summary>The texts of what <c>Test</c> and <c>OpenPR</c> refuse.</summary>
internal static class PullRequestRefusals
{
    public static Refusal NotTested(HotfixBranch hotfix, TestEvidence? evidence) =>
        new(
            "HF4011",
            What: $"The tests are not green on {hotfix.Tip?.Short}, the tip of {hotfix.Name}; nothing was pushed.",
            Why: evidence is null ? "No run of the tests on exactly this commit is known." : evidence.Describe() + ".",
            Next: evidence is null
                ? "Run './build.sh OpenPR', which tests that commit first, with the branch checked out and a clean work tree."
                : "Make './build.sh Test' pass and commit that: the new commit is tested first."
        );

    public static Refusal TestedElsewhere(HotfixBranch hotfix, string file, TestEvidence given) =>
        new(
            "HF4450",
            What: $"The tests were run on {given.Commit.Short}, and {hotfix.Name} is at {hotfix.Tip?.Short}; nothing was pushed.",
            Why: $"{file} is evidence for that commit alone, and no test is run where a credential is.",
            Next: "Somebody pushed meanwhile: run the workflow again, it tests the newest commit."
        );

    public static Refusal NoEvidence(HotfixBranch hotfix, string file) =>
        new(
            "HF4451",
            What: $"No tests were run on {hotfix.Tip?.Short}, the tip of {hotfix.Name}; nothing was pushed.",
            Why: $"--test-evidence names {file}, which is not there, and with it no test is run here.",
            Next: "Run them where no credential is, './build.sh Test --test-evidence <file>' on that commit, and pass the file; or leave --test-evidence out."
        );

    public static Refusal DirtyForEvidence(WorkTree tree) =>
        new(
            "HF4010",
            What: $"The work tree has changes that are not committed ({string.Join(", ", tree.ChangedFiles.Take(5))}); no tests were run, nothing was pushed.",
            Why: "A test run with them would prove nothing about the commit that goes into the pull request.",
            Next: "Commit them when they belong to the fix, else put them aside with 'git stash'."
        );

    public static Refusal OverBudget(SizeReport size) =>
        new(
            "HF4012",
            What: $"The fix is larger than a hotfix may be: {size.Files} files, {size.Lines} lines; nothing was pushed.",
            Why: string.Join("; ", size.Excesses) + ".",
            Next: "Make it smaller, or say why it may be so, which is quoted in the pull request: --over-budget \"reason\""
        );

    public static Refusal OddSubjects(IReadOnlyList<CommitSummary> odd, TitlePattern pattern, string title, bool canSquash) =>
        new(
            "HF4305",
            What: $"{(odd.Count == 1 ? "A commit's subject is" : $"The subjects of {odd.Count} commits are")} not written as this repository does ({pattern}), and the merge would keep {(odd.Count == 1 ? "it" : "them")}; nothing was pushed.",
            Why: string.Join("; ", odd.Take(5).Select(commit => $"{commit.Sha.Short} '{commit.Subject}'")) + ".",
            Next: $"{(canSquash ? "Squash, which keeps the pull request's title alone: --merge-method squash; or write" : "Write")} {(odd.Count == 1 ? "it" : "each")} anew: {(odd.Count == 1 ? $"git commit --amend -m \"{ShellText.Quoted(title)}\"" : "git rebase --interactive, with 'reword'")}"
        );

    public static Refusal ClosedUnmerged(PullRequest pullRequest) =>
        new(
            "HF4013",
            What: $"Pull request #{pullRequest.Number} of this hotfix was closed without merging; nothing was changed.",
            Why: $"Closed on {pullRequest.ClosedAt:u}: {pullRequest.Url}",
            Next: $"Reopen it on that page to go on with it, or start over under a new name with --new."
        );

    public static Refusal InTheWay(PullRequest other)
    {
        bool isBot = other.Author.EndsWith("[bot]", StringComparison.Ordinal);
        return new Refusal(
            "HF4401",
            What: $"#{other.Number} of {other.Author} goes from {other.HeadBranch} into {other.BaseBranch}, where this hotfix's pull request has to be; nothing was changed.",
            Why: $"{(isBot ? $"The settings do not name {other.Author}" : $"{other.Author} may not write here")}, so what its text says of tests and reasons is not believed, and GitHub allows one pull request of that head and base: {other.Url}",
            Next: isBot
                ? $"If that is the App of the workflows, name it: \"HotfixApp\": \"{other.Author[..^"[bot]".Length]}\" in .nuke/parameters.json of {other.BaseBranch}, or --hotfix-app {other.Author[..^"[bot]".Length]}; else close it: gh pr close {other.Number}"
                : $"Close it, then run it again: gh pr close {other.Number}"
        );
    }

    public static Refusal OtherBase(PullRequest pullRequest, BranchName baseBranch) =>
        new(
            "HF4014",
            What: $"Pull request #{pullRequest.Number} goes into {pullRequest.BaseBranch}, not into {baseBranch}; nothing was changed.",
            Why: $"It was opened for another base: {pullRequest.Url}",
            Next: $"Add --base {pullRequest.BaseBranch} when that is right, else change the base on its page."
        );

    public static Refusal CannotPush(RepositorySettings settings) =>
        new(
            "HF4015",
            What: $"This credential may not push to {settings.FullName}; nothing was changed.",
            Why: settings.IsArchived ? "The repository is archived." : "GitHub says that its permission 'push' is false.",
            Next: "Use a token of somebody with write access, with the permissions Contents and Pull requests: read and write."
        );
}
