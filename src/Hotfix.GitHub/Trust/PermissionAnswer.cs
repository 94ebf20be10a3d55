namespace Hotfix.GitHub.Trust;

/// <summary>The field of REST's <c>repository-collaborator-permission</c> that is read here.</summary>
/// <param name="Permission"><c>admin</c>, <c>write</c>, <c>read</c> or <c>none</c>; what a custom role adds up to, too.</param>
internal sealed record PermissionAnswer(string Permission);
