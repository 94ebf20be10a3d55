namespace Hotfix.Core.Reporting;

/// <summary>What a reader has to know before believing a figure, a sentence each.</summary>
internal static class ReportNotes
{
    /// <summary>What the report itself shows to be missing, behind what was said while reading.</summary>
    public static IReadOnlyList<string> Of(DeliveryReport report, IReadOnlyList<string> limits)
    {
        List<string> notes = [.. limits];
        if (report.Hotfixes.Count == 0)
            return notes;

        if (report.IsByReleases)
            notes.Add("No deployment to production is recorded, so each published release counts as one.");

        Add(notes, report.Hotfixes.Count(hotfix => hotfix.Tag is null), "in no release yet, or the release has no date");
        Add(notes, report.Hotfixes.Count(hotfix => hotfix.Deployment is null), "not known to be in production; times until then are left out");
        Add(notes, report.Hotfixes.Count(hotfix => !hotfix.HasChecks), "without a check that GitHub still knows; the waiting for checks is left out");
        Add(notes, report.Hotfixes.Count(hotfix => hotfix.Overrides is null), "without a thread of this tool; whether rules were set aside is not known");
        return notes;
    }

    /// <summary>The sentence for a list that was cut.</summary>
    public static string Cut(string what) => $"There are more {what} than a report reads; the oldest are left out, and the figures are of the others.";

    private static void Add(List<string> notes, int count, string what)
    {
        if (count > 0)
            notes.Add($"{count} hotfix{(count == 1 ? " is" : "es are")} {what}.");
    }
}
