namespace Hotfix.Core.Doctoring;

/// <summary>Whether it is clear what the tests are: without them no pull request is opened.</summary>
internal static class TestFindings
{
    public static IEnumerable<Finding> Of(DoctorFacts facts) => facts.Tests switch
    {
        null => [],
        { Refusal: { } refusal } => [Finding.Stop(refusal.Code, refusal.What, $"Test, and OpenPR with it. {refusal.Why}", refusal.Next)],
        { What: var what } => [Finding.Ok($"Test would run {what}")],
    };
}
