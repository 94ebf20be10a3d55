#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>A build that produces files.</summary>
public interface IHazArtifacts : INukeBuild
{
    /// <summary>Where they go; not made by reading it.</summary>
    AbsolutePath ArtifactsDirectory => RootDirectory / "output";
}
