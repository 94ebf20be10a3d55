namespace Hotfix.Core.Adopting;

/// <summary>One row of what <c>Init</c> found and chose.</summary>
/// <param name="What">What it is about.</param>
/// <param name="Found">What the repository has.</param>
/// <param name="Chosen">What was chosen for it.</param>
/// <param name="Parameter">What changes the choice; empty where nothing does.</param>
internal sealed record AdoptionRow(string What, string Found, string Chosen, string Parameter);
