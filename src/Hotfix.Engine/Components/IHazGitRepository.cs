#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using Nuke.Common;
using Nuke.Common.Git;

namespace Nuke.Components;

/// <summary>A build in a git repository.</summary>
public interface IHazGitRepository : INukeBuild
{
    /// <summary>The repository of the root directory; required.</summary>
    [GitRepository]
    [Required]
    GitRepository GitRepository => TryGetValue(() => GitRepository);
}
