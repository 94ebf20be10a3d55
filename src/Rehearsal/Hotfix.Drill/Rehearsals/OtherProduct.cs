namespace Hotfix.Drill.Rehearsals;

/// <summary>A product that shares the shop's repository, and nothing else.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Tag">Its newest release, on the newest commit.</param>
/// <param name="Commits">How many commits of it come after the shop's.</param>
internal sealed record OtherProduct(string Folder, string Tag, int Commits);
