using Hotfix.Core.Lanes;

namespace Hotfix.Core.Planning;

/// <summary>A hotfix that is under way.</summary>
/// <param name="Description">The words after <c>hotfix/</c>; as <c>--description</c> they mean that very branch.</param>
/// <param name="Lane">By the branch that its pull request goes into.</param>
/// <param name="Url">The pull request's page.</param>
public sealed record OpenHotfix(string Description, LaneChoice Lane, string Url);
