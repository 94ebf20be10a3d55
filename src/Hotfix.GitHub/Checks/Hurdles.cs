namespace Hotfix.GitHub.Checks;

/// <summary>What may stand between a commit and its release; <c>null</c> where GitHub did not tell.</summary>
/// <param name="HaveStatuses">Whether anything has reported on the commit by the API of commit statuses.</param>
/// <param name="AreLocks">Whether an open issue locks releases.</param>
/// <param name="AreDebts">Whether an open issue stands for a fix that has to be carried on.</param>
internal sealed record Hurdles(bool? HaveStatuses, bool? AreLocks, bool? AreDebts)
{
    /// <summary>Everything has to be read.</summary>
    public static Hurdles Unknown { get; } = new(null, null, null);
}
