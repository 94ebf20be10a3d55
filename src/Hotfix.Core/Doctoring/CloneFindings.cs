namespace Hotfix.Core.Doctoring;

/// <summary>Whether the clone is as quick as it can be.</summary>
internal static class CloneFindings
{
    /// <summary>About 30,000 commits: from here on a walk through all of them is noticed.</summary>
    private const long Many = 100_000;

    public static IEnumerable<Finding> Of(DoctorFacts facts) =>
        facts.ObjectsWithoutGraph < Many
            ? []
            :
            [
                Finding.Warn(
                    "HF5025",
                    $"this clone has {facts.ObjectsWithoutGraph} objects and no commit-graph",
                    "nothing; whatever looks at history, Release above all, takes three times as long",
                    "git commit-graph write --reachable"
                ),
            ];
}
