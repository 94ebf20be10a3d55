namespace Hotfix.GitHub.Releases;

/// <summary><c>GET …/immutable-releases</c>; 404 stands for "not enabled".</summary>
internal sealed record ImmutableReleasesAnswer(bool Enabled);
