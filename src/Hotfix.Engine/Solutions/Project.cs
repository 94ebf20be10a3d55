#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution.</summary>
public class Project : SolutionItem, IAbsolutePathHolder
{
    internal Project(Solution solution, string name, AbsolutePath path)
        : base(solution, name)
    {
        Path = path;
    }

    /// <summary>The project file.</summary>
    public AbsolutePath Path { get; }

    /// <summary>The folder of the project file.</summary>
    public AbsolutePath Directory => Path.Parent;

    /// <summary>Name of the project file.</summary>
    public string FileName => Path.Name;

    /// <summary>The project file's path.</summary>
    public static implicit operator AbsolutePath(Project project) => project?.Path;

    /// <summary>The project file's path as text.</summary>
    public static implicit operator string(Project project) => project?.Path;
}
