using Hotfix.Core.Refs;

namespace Hotfix.Core.Releasing;

/// <summary>One link of the chain from the tested commit to the released one.</summary>
/// <param name="Name">What the commit is in the chain, <c>tested</c>, <c>merge commit</c>.</param>
/// <param name="Sha">The commit.</param>
internal sealed record ShaLink(string Name, CommitSha Sha);
