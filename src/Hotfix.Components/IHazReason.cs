using System.ComponentModel;

namespace Hotfix.Components;

/// <summary>What the targets share that take something back.</summary>
public interface IHazReason : IHazHotfix
{
    /// <summary>Why.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Reason for going back, or for giving the hotfix up; written down where people look for it")]
    string? Reason => TryGetValue(() => Reason);
}
