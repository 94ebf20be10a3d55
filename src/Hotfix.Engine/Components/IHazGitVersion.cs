#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using Nuke.Common;
using Nuke.Common.Tools.GitVersion;

namespace Nuke.Components;

/// <summary>A build that takes its version from GitVersion.</summary>
public interface IHazGitVersion : INukeBuild
{
    /// <summary>What GitVersion says of the root directory's commit; required, and so found at every start.</summary>
    [GitVersion(NoFetch = true)]
    [Required]
    GitVersion Versioning => TryGetValue(() => Versioning);
}
