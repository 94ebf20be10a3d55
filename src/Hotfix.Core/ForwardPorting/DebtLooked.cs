using Hotfix.Core.Snapshots;

namespace Hotfix.Core.ForwardPorting;

/// <summary>What one look saw of the issue that a release needs.</summary>
/// <param name="Issue">The newest issue with its mark, open or not; <c>null</c> when there is none.</param>
/// <param name="HasEnd">Whether proof or a decision is written on it; looked at when it is closed.</param>
/// <param name="State">Whether the base branch has the fix; looked at when there is no issue, or it was closed without saying why; <c>null</c> otherwise, and
/// where it cannot be told.</param>
internal sealed record DebtLooked(Issue? Issue, bool HasEnd, ForwardPortState? State);
