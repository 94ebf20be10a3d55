using Hotfix.Core.Refs;

namespace Hotfix.Core.ForwardPorting;

/// <summary>A fix that was released from a support line.</summary>
/// <param name="Before">The commit of the support branch before it.</param>
/// <param name="Tip">The commit that was released.</param>
internal sealed record ReleasedFix(CommitSha Before, CommitSha Tip);
