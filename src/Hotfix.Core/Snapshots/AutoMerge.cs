namespace Hotfix.Core.Snapshots;

/// <summary>A merge that GitHub makes by itself once the rules are met, at whatever the head is then.</summary>
/// <param name="ArmedBy">Login.</param>
/// <param name="Method">How it will merge; <c>null</c> for a word that this software does not know.</param>
internal sealed record AutoMerge(string ArmedBy, MergeMethod? Method);
