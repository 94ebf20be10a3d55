using System.ComponentModel;
using Nuke.Common;

namespace Hotfix.Components;

/// <summary>What the targets share that take something back.</summary>
public interface IHazReason : IHazHotfix
{
    /// <summary>Why.</summary>
    [Parameter("Reason for going back, or for giving the hotfix up; written down where people look for it")]
    [Category("Deployment and the way back")]
    string? Reason => TryGetValue(() => Reason);
}
