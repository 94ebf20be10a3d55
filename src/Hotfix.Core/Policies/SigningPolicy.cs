using System.Globalization;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Policies;

/// <summary>Who signs what is made under a rule that takes signed commits alone: git with its own key, else GitHub for the App, else nobody.</summary>
internal static class SigningPolicy
{
    private const int MostNamed = 5;

    /// <summary>For a step that makes commits and was not refused.</summary>
    public static CommitSigning Of(SigningFacts facts) =>
        facts switch
        {
            { AskedBy: null } => CommitSigning.AsGitIsSet,
            { CanSignHere: true } => CommitSigning.Here,
            { GitHubSigns: true } => CommitSigning.ByGitHub,
            _ => CommitSigning.AsGitIsSet,
        };

    /// <summary>Whether commits have to be signed and nobody can.</summary>
    public static bool IsStuck(SigningFacts facts) => facts is { AskedBy: not null, CanSignHere: false, GitHubSigns: false };

    /// <summary>Why a commit that would be made here is not made.</summary>
    /// <param name="facts">What asks for a signature.</param>
    /// <param name="what">What would be made.</param>
    public static Refusal CannotSign(SigningFacts facts, string what) =>
        new(
            "HF4457",
            What: $"{facts.AskedBy?.Value ?? "The base"} takes signed commits alone, and {what} would not be signed; nothing was changed.",
            Why: "git signs nothing here ('git commit-tree -S -m probe HEAD^{tree}' fails or leaves no signature), "
                + "and this credential is no App's, for which GitHub would sign.",
            Next: "Give git a key that works here (git config gpg.format ssh; git config user.signingKey ~/.ssh/id_ed25519.pub), "
                + "or run it in CI with the App's credential."
        );

    /// <summary>What a push or a merge would be refused for.</summary>
    /// <param name="facts">The commits.</param>
    /// <param name="hotfix">The branch that has them.</param>
    /// <param name="remote">Where it goes.</param>
    public static Refusal Unsigned(SigningFacts facts, HotfixBranch hotfix, string remote)
    {
        string named = string.Join(", ", facts.Unsigned.Take(MostNamed).Select(commit => $"{commit.Sha.Short} ({commit.Subject})"));
        string merges = hotfix.Commits.Any(commit => commit.Parents.Count > 1) ? " --rebase-merges" : "";
        string push = hotfix.RemoteTip is null ? "" : $" && git push --force-with-lease {remote} {hotfix.Name}";
        string are = facts.Unsigned.Count == 1 ? "commit of {0} is" : "commits of {0} are";
        string what = string.Format(CultureInfo.InvariantCulture, are, hotfix.Name);
        string merge = facts.AskedBy == hotfix.Name ? "" : "; GitHub would not merge them";
        string again =
            facts.GitHubSigns && hotfix is { MergeBase: { } start, RemoteTip: null }
                ? $". Where they came by '--fix', drop them (git reset --keep {start.Short}) and run it with '--fix' again: GitHub signs what the App brings"
                : "";
        string rebase = $"git rebase --force-rebase --gpg-sign{merges} {hotfix.MergeBase?.Short ?? "--root"}";
        return new Refusal(
            "HF4458",
            What: $"{facts.Unsigned.Count} {what} not signed: {named}{(facts.Unsigned.Count > MostNamed ? ", …" : "")}; nothing was changed.",
            Why: $"{facts.AskedBy?.Value ?? "Its base"} takes signed commits alone (rule required_signatures){merge}.",
            Next: $"Sign them on that branch with a key that GitHub knows: {rebase}{push}{again}"
        );
    }
}
