using System.Text;
using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.ForwardPorting;

/// <summary>The words of a pull request that carries a fix over.</summary>
internal sealed class ForwardPortText(Debt debt, ForwardPortSeen seen, PickPreview preview, ForwardPortState.Open state)
{
    public Debt Debt => debt;

    /// <summary>Files that a person has to resolve; empty when everything applies.</summary>
    public IReadOnlyList<string> ConflictingFiles => preview.Conflict?.Files ?? [];

    /// <summary>One line for whoever reads the plan.</summary>
    public string Note =>
        preview.Conflict is { } conflict
            ? $"{conflict.Pick.Commit.Short} conflicts with {seen.Base.Branch} in {string.Join(", ", conflict.Files)}: the pull request is a draft for a person to go on"
            : $"{preview.Picked.Count(picked => !picked.ChangesNothing)} of {preview.Picked.Count} changes apply to {seen.Base.Branch} at {seen.Base.Sha.Short}";

    /// <summary>Message of the empty commit on the branch of a conflict.</summary>
    public string CommitNote =>
        preview.Conflict is { } conflict
            ? $"Carrying {conflict.Pick.Commit.Short} over conflicts\n\nIt has to be resolved by hand in:\n{string.Join('\n', conflict.Files)}"
            : $"Nothing of {debt.Tag} applies\n\nWhat it changes is there already, or in another shape.";

    /// <summary>The pull request from <paramref name="head"/>; where the branch is still to be made, from the commit that it grows on.</summary>
    public PullRequestDraft Draft(CommitSha head, IReadOnlyList<string> reviewers) =>
        new(seen.Branch!, head, seen.Base.Branch, Title, Body, IsDraft: preview.Conflict is not null || preview.IsEmpty, Labels: [Debt.Label], reviewers);

    private string Title
    {
        get
        {
            string words =
                debt.HotfixBranch is { } branch ? Slug.ToWords(branch)
                : seen.Facts!.Fix is [var first, ..] ? first.Subject
                : debt.Tag.Name;
            if (seen.Title is { IsConventional: true } pattern)
                return pattern.Fill($"{TitlePattern.WordsOf(string.Concat(words.Where(c => !char.IsControl(c))))} (forward-port of {debt.Tag})");

            string title = $"Forward-port {debt.Tag}: {string.Concat(words.Where(c => !char.IsControl(c)))}";
            return title.Length <= 120 ? title : title[..(char.IsHighSurrogate(title[118]) ? 118 : 119)] + "…";
        }
    }

    private string Body
    {
        get
        {
            var text = new StringBuilder();
            text.Append(
                $"Carries the fix that production has since {debt.Tag} over to {seen.Base.Branch}. It is owed by #{seen.Issue.Number}, which is closed once {seen.Base.Branch} provably has it.\n\n"
            );
            text.Append("| | |\n|---|---|\n");
            text.Append($"| release | {debt.Tag} |\n");
            text.Append(debt.SupportBranch is { } support ? $"| support branch | {MarkdownText.Code(support.Value)} |\n" : "");
            text.Append(debt.PullRequest is { } number ? $"| reviewed there as | #{number} |\n" : "");
            text.Append("\n### The fix\n\n");
            foreach (string line in state.Evidence)
                text.Append($"- {MarkdownText.Escape(line)}\n");

            foreach (CarriedPullRequest merged in seen.Merged)
                text.Append($"- {MarkdownText.Escape(merged.Describe())}\n");

            return text.Append(Conflict()).ToString();
        }
    }

    private string Conflict()
    {
        if (preview.Conflict is not { } conflict)
            return preview.IsEmpty ? "\nNothing of it applies; write the change anew on this branch, or decide that it is not needed.\n" : "";

        string files = string.Join('\n', conflict.Files.Select(file => $"- {MarkdownText.Code(file)}"));
        return OwnCommand.ForAll(
            $"""

            ### Conflict

            {MarkdownText.Code(conflict.Pick.Commit.Short)} does not apply to {seen.Base.Branch}. Both sides changed:

            {files}

            Nothing of it was written here. In a clone:

            ```sh
            git fetch origin {seen.Branch} {debt.SupportBranch?.Value ?? $"refs/tags/{debt.Tag}"}
            git switch {seen.Branch}
            {string.Join('\n', Picks(conflict))}
            git push origin {seen.Branch}
            ```

            Then mark this pull request as ready, and have it reviewed and merged. If {seen.Base.Branch} no longer has that code: `./build.sh ForwardPort --not-needed "reason"`.

            """.ReplaceLineEndings("\n")
        );
    }

    // The one that conflicts, and everything behind it.
    private IEnumerable<string> Picks(PickPreview.Stop conflict)
    {
        HashSet<CommitSha> applied = [.. preview.Picked.Select(picked => picked.Pick.Commit)];
        foreach (CommitPick pick in Remaining(conflict, applied))
        {
            yield return $"git cherry-pick -x {(pick.MainlineParent is { } parent ? $"-m {parent} " : "")}{pick.Commit}";
            if (pick.Commit == conflict.Pick.Commit)
                yield return "# resolve the files above, git add them, and: git cherry-pick --continue";
        }
    }

    private IEnumerable<CommitPick> Remaining(PickPreview.Stop conflict, HashSet<CommitSha> applied) =>
        [conflict.Pick, .. seen.Picks.SkipWhile(pick => pick.Commit != conflict.Pick.Commit).Skip(1).Where(pick => !applied.Contains(pick.Commit))];
}
