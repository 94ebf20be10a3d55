using Hotfix.GitHub.GraphQL;

namespace Hotfix.GitHub.Trust;

/// <summary>The answer to <see cref="GraphDocuments.Viewer"/>.</summary>
internal sealed record ViewerData(UserAnswer? Viewer);
