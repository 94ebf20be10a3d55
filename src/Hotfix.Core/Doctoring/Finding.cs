using Hotfix.Core.Errors;

namespace Hotfix.Core.Doctoring;

/// <summary>One thing that was looked at.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code"><c>HFnnnn</c>, a row of docs/errors.md; empty when it is as it should be.</param>
/// <param name="What">What was found, with the values.</param>
/// <param name="Breaks">What it would break; empty when it is as it should be.</param>
/// <param name="Remedy">One command or page; empty when it is as it should be.</param>
internal sealed record Finding(FindingSeverity Severity, string Code, string What, string Breaks, string Remedy)
{
    /// <summary>One command or page; a command is the one that this run was started with.</summary>
    public string Remedy { get; init; } = OwnCommand.In(Remedy);

    internal static Finding Ok(string what) => new(FindingSeverity.Ok, "", what, "", "");

    internal static Finding Warn(string code, string what, string breaks, string remedy) => new(FindingSeverity.Warn, code, what, breaks, remedy);

    internal static Finding Stop(string code, string what, string breaks, string remedy) => new(FindingSeverity.Stop, code, what, breaks, remedy);

    /// <summary>What this credential may not see is said as such: it may be fine, and it may not.</summary>
    internal static Finding Unseen(string subject, string why, string remedy) =>
        Warn("HF4211", $"{subject} could not be read: {why}", "whether it is as it should be is not known", remedy);
}
