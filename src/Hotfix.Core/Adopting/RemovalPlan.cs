using Hotfix.Core.Plans;

namespace Hotfix.Core.Adopting;

/// <summary>What is taken out of a repository again.</summary>
/// <param name="Steps">Files that are as they were written.</param>
/// <param name="Changed">Files that were written, and that somebody has changed since: theirs now.</param>
internal sealed record RemovalPlan(IReadOnlyList<PlanStep.RemoveFile> Steps, IReadOnlyList<string> Changed)
{
    /// <summary>Decides by the manifest alone: what is not in it was never ours.</summary>
    public static RemovalPlan Of(AdoptionManifest manifest, AdoptionFacts facts)
    {
        string[] there = [.. manifest.Hashes.Keys.Where(path => facts.Text(path) is not null).Order(StringComparer.Ordinal)];
        string[] ours = [.. there.Where(path => manifest.IsUntouched(path, facts.Text(path)!))];
        IEnumerable<string> all = facts.Text(AdoptionManifest.FileName) is null ? ours : ours.Append(AdoptionManifest.FileName);
        return new RemovalPlan([.. all.Select(path => new PlanStep.RemoveFile(path))], [.. there.Except(ours)]);
    }
}
