using Hotfix.Core.Snapshots;

namespace Hotfix.Core.ForwardPorting;

/// <summary>Proves that a fix arrived, by what commits change and by content; ancestry proves nothing of a copy.</summary>
internal static class ForwardPortAssessment
{
    /// <summary>The state of the debt. What was reverted later counts as missing, what was reverted and brought again as there.</summary>
    public static ForwardPortState Assess(ForwardPortFacts facts)
    {
        CommitPatch[] fix = [.. facts.Fix.Where(commit => commit.PatchId.Length > 0)];
        (CommitPatch Commit, Trail Trail)[] trails = [.. fix.Select(commit => (commit, Follow(commit.PatchId, facts.BaseCommits)))];
        Trail whole = Follow(facts.WholePatchId, facts.BaseCommits);
        string[] evidence = [.. trails.Select(trail => trail.Trail.Describe(trail.Commit))];
        if (whole.Bringer is { } squashed)
            return new ForwardPortState.Proven([$"{facts.BaseBranch} has the whole fix as {squashed.Sha.Short} {squashed.Subject}"]);

        // A revert of the whole takes every part of it back, whatever brought the parts.
        bool isRevertedWhole = whole.Reverter is not null;
        CommitPatch[] missing =
        [
            .. trails
                .Where(trail => trail.Trail.Bringer is null || (isRevertedWhole && !IsAfter(trail.Trail.Bringer, whole.Reverter!, facts)))
                .Select(trail => trail.Commit),
        ];
        if (missing.Length == 0 && fix.Length > 0)
            return new ForwardPortState.Proven(evidence);

        if (facts.IsContained)
            return new ForwardPortState.Proven([$"{facts.BaseBranch} has the content already: cherry-picking the fix there changes nothing"]);

        if (facts.Decision is { } decision)
            return new ForwardPortState.NotNeeded(decision);

        return new ForwardPortState.Open(
            [.. (missing.Length > 0 ? missing : [.. facts.Fix]).Select(commit => commit.Sha)],
            [
                .. evidence,
                .. whole.Reverter is { } reverter ? [$"the whole fix was taken back by {reverter.Sha.Short} {reverter.Subject}"] : Array.Empty<string>(),
            ]
        );
    }

    private static bool IsAfter(CommitPatch one, CommitPatch other, ForwardPortFacts facts)
    {
        CommitPatch[] order = [.. facts.BaseCommits];
        return Array.IndexOf(order, one) > Array.IndexOf(order, other);
    }

    // Oldest first: the last word counts.
    private static Trail Follow(string patchId, IReadOnlyList<CommitPatch> commits)
    {
        var trail = new Trail(null, null);
        foreach (CommitPatch commit in patchId.Length == 0 ? [] : commits)
        {
            if (commit.PatchId == patchId)
                trail = new Trail(commit, null);
            else if (commit.ReversePatchId == patchId)
                trail = new Trail(null, commit);
        }

        return trail;
    }

    /// <summary>What became of one change on the base branch.</summary>
    private sealed record Trail(CommitPatch? Bringer, CommitPatch? Reverter)
    {
        public string Describe(CommitPatch fix) =>
            (Bringer, Reverter) switch
            {
                ({ } bringer, _) => $"{fix.Sha.Short} {fix.Subject}: there as {bringer.Sha.Short}",
                (_, { } reverter) => $"{fix.Sha.Short} {fix.Subject}: taken back by {reverter.Sha.Short} {reverter.Subject}",
                _ => $"{fix.Sha.Short} {fix.Subject}: not there",
            };
    }
}
