namespace Hotfix.Core.Telling;

/// <summary>A pull request, to be named and linked.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Url">Its page.</param>
internal sealed record PullRequestLink(int Number, string Url);
