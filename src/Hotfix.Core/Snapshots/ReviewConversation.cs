namespace Hotfix.Core.Snapshots;

/// <summary>A conversation on the code of a pull request.</summary>
/// <param name="OpenedBy">Login.</param>
/// <param name="Path">The file that it is about.</param>
/// <param name="Url">Its page; empty when GitHub does not say.</param>
internal sealed record ReviewConversation(string OpenedBy, string Path, string Url);
