using Hotfix.Core.Plans;

namespace Hotfix.Core.Adopting;

/// <summary>Compares what the hotfix path needs with what a repository has.</summary>
internal static class AdoptionPlanner
{
    /// <summary>Of a repository of which nothing is known to be ours.</summary>
    public static AdoptionPlan Plan(IEnumerable<AdoptionFile> wanted, AdoptionFacts facts) => Plan(wanted, facts, AdoptionManifest.None);

    /// <summary>Never an answer that would overwrite what somebody wrote: that is kept apart.</summary>
    public static AdoptionPlan Plan(IEnumerable<AdoptionFile> wanted, AdoptionFacts facts, AdoptionManifest manifest)
    {
        List<PlanStep.WriteFile> added = [];
        List<string> found = [];
        List<PlanStep.WriteFile> differing = [];
        List<PlanStep.WriteFile> updated = [];
        foreach (AdoptionFile file in wanted)
        {
            string? present = facts.Text(file.Path);
            var step = new PlanStep.WriteFile(file.Path, file.Text, present, file.IsExecutable);
            if (present == file.Text)
                found.Add(file.Path);
            else if (present is not null && (file.IsAsked || manifest.IsUntouched(file.Path, present)))
                updated.Add(step);
            else if (present is not null && Keeps(file, present, manifest) is { } reason)
                found.Add($"{file.Path} ({reason})");
            else if (present is not null)
                differing.Add(step);
            else if (file.Instead.Select(facts.Find).FirstOrDefault(path => path is not null) is { } other)
                found.Add($"{other} (in place of {file.Path})");
            else
                added.Add(step);
        }

        return new AdoptionPlan(added, found, differing) { Updated = updated };
    }

    // What is somebody else's is used, or left; what was changed is left while there is nothing new to show.
    private static string? Keeps(AdoptionFile file, string present, AdoptionManifest manifest) =>
        file.IsTeams ? "the team's own from now on"
        : file.Instead.Count > 0 ? "the team's own is used"
        : file.Mark is { } mark && !present.Contains(mark, StringComparison.Ordinal) ? "the team's own, which shares only the name"
        : manifest.HasWritten(file.Path, file.Text) ? "changed since it was written; there is nothing new"
        : null;

    /// <summary>The list of what was written, where it is not there as it is to be.</summary>
    public static IReadOnlyList<PlanStep.WriteFile> Keep(AdoptionManifest manifest, string? present)
    {
        string text = manifest.Write();
        return text == present ? [] : [new PlanStep.WriteFile(AdoptionManifest.FileName, text, present, IsExecutable: false)];
    }
}
