using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads solutions.</summary>
public static class SolutionModelExtensions
{
    /// <summary>Reads a <c>.sln</c> or <c>.slnx</c> file.</summary>
    public static Solution ReadSolution(this AbsolutePath path) => new(path);
}
