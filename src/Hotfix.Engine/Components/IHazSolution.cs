#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using Nuke.Common;
using Nuke.Common.ProjectModel;

namespace Nuke.Components;

/// <summary>A build with a solution.</summary>
public interface IHazSolution : INukeBuild
{
    /// <summary>The solution; required.</summary>
    [Solution]
    [Required]
    Solution Solution => TryGetValue(() => Solution);
}
