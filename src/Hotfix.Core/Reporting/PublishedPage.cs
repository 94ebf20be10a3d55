namespace Hotfix.Core.Reporting;

/// <summary>GitHub's page for a tag.</summary>
/// <param name="TagName">Without <c>refs/tags/</c>.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Url">The page.</param>
internal sealed record PublishedPage(string TagName, DateTimeOffset PublishedAt, string Url);
