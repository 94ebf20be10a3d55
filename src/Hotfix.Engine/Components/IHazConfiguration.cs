#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using Nuke.Common;

namespace Nuke.Components;

/// <summary>A build with a configuration.</summary>
public interface IHazConfiguration : INukeBuild
{
    /// <summary>Debug on a person's machine and Release on a server, unless the parameter says otherwise.</summary>
    [Parameter]
    Configuration Configuration => TryGetValue(() => Configuration) ?? (IsLocalBuild ? Configuration.Debug : Configuration.Release);
}
