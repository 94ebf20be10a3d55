using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>Whether the base branch has a fix that was released from a support line.</summary>
internal abstract record ForwardPortState
{
    private ForwardPortState() { }

    /// <summary>It has. The debt is paid.</summary>
    /// <param name="Evidence">One line for each commit of the fix, or one for the whole.</param>
    public sealed record Proven(IReadOnlyList<string> Evidence) : ForwardPortState;

    /// <summary>It need not. The debt was cancelled by a recorded decision.</summary>
    /// <param name="Decision">Who, when and why.</param>
    public sealed record NotNeeded(string Decision) : ForwardPortState;

    /// <summary>It has not, or only in part, or no longer. The debt stands.</summary>
    /// <param name="Missing">Commits of the fix that have to be carried over, oldest first; at least one.</param>
    /// <param name="Evidence">One line for each commit of the fix.</param>
    public sealed record Open(IReadOnlyList<CommitSha> Missing, IReadOnlyList<string> Evidence) : ForwardPortState;
}
