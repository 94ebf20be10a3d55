using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Doctoring;

/// <summary>Whether it is clear what the tests are: without them no pull request is opened.</summary>
internal static class TestFindings
{
    public static IEnumerable<Finding> Of(DoctorFacts facts) =>
        facts.Tests switch
        {
            null => [],
            { Refusal: { } refusal } => [Finding.Stop(refusal.Code, refusal.What, $"Test, and OpenPR with it. {refusal.Why}", refusal.Next)],
            { Ran: { } run, What: var what } => [Started(run, what)],
            { What: var what } => [Finding.Ok($"Test would run {what}")],
        };

    private static Finding Started(TestRun run, string what) =>
        run.Problem is { } problem && run.Failed == 0
            ? Finding.Stop(
                "HF4248",
                $"the tests do not run to their end ({what}): {problem}",
                "Test, and OpenPR with it",
                "The first error is above: make './build.sh Test' pass here, or name what has the tests: --test-solution, --test-command"
            )
        : run is { RanNone: true, HadNothingToRun: false }
            ? Finding.Stop(
                "HF4248",
                $"not one test runs ({what})",
                "Test, which calls that not green",
                "Name what has the tests: --test-solution or --test-command; where there are none: --test-command \"exit 0\""
            )
        : run.Failed > 0
            ? Finding.Stop(
                "HF4248",
                $"tests are red here ({what}): {run}",
                "Test, and OpenPR with it, on a branch from here",
                "Make './build.sh Test' pass on this commit; the exceptional lane starts from what production runs"
            )
        : Finding.Ok($"the tests run, with all that they need: {run} ({what})");
}
