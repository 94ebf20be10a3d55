namespace Hotfix.Core.Snapshots;

/// <summary>The lane that fits, with everything that was seen.</summary>
/// <param name="Lane">Exceptional when anything blocks the base branch.</param>
/// <param name="Reasons">Blocking ones first; at least one.</param>
internal sealed record LaneAdvice(Lane Lane, IReadOnlyList<LaneReason> Reasons)
{
    /// <summary>What makes the base branch unreleasable; empty for the standard lane.</summary>
    public IEnumerable<string> Blocking => Reasons.Where(reason => reason.IsBlocking).Select(reason => reason.Text);
}
