namespace Hotfix.Git.Reading;

/// <summary>The remote that a run talks to.</summary>
/// <param name="Name">Its name in the clone's configuration.</param>
/// <param name="Url">Its fetch address without user information.</param>
internal sealed record SelectedRemote(string Name, string Url);
