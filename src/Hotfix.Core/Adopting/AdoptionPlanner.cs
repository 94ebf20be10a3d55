using Hotfix.Core.Plans;

namespace Hotfix.Core.Adopting;

/// <summary>Compares what the hotfix path needs with what a repository has.</summary>
public static class AdoptionPlanner
{
    /// <summary>Never an answer that would overwrite: what differs is kept apart.</summary>
    public static AdoptionPlan Plan(IEnumerable<AdoptionFile> wanted, AdoptionFacts facts)
    {
        List<PlanStep.WriteFile> added = [];
        List<string> found = [];
        List<PlanStep.WriteFile> differing = [];
        foreach (AdoptionFile file in wanted)
        {
            string? present = facts.Text(file.Path);
            if (present == file.Text)
                found.Add(file.Path);
            else if (present is not null)
                differing.Add(new PlanStep.WriteFile(file.Path, file.Text, present, file.IsExecutable));
            else if (file.Instead.Select(facts.Find).FirstOrDefault(path => path is not null) is { } other)
                found.Add($"{other} (in place of {file.Path})");
            else
                added.Add(new PlanStep.WriteFile(file.Path, file.Text, ExpectedText: null, file.IsExecutable));
        }

        return new AdoptionPlan(added, found, differing);
    }
}
