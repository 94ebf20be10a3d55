namespace Hotfix.Core.Snapshots;

/// <summary>What a review says.</summary>
internal enum ReviewDecision
{
    /// <summary>A comment, or a state that this software does not know; never counts as approval.</summary>
    Commented,

    /// <summary>May be merged.</summary>
    Approved,

    /// <summary>Must not be merged as it is.</summary>
    ChangesRequested,

    /// <summary>Taken back by somebody, or by a new push.</summary>
    Dismissed,
}
