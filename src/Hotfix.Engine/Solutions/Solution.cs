#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.IO.Enumeration;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution file and its projects.</summary>
public class Solution : IAbsolutePathHolder, IProjectContainer
{
    internal Solution(AbsolutePath path)
    {
        Path = path;
        AllProjects = [.. SolutionFile.Projects(path).Select(entry => new Project(this, entry.Name, path.Parent / entry.RelativePath))];
    }

    /// <summary>The solution file.</summary>
    public AbsolutePath Path { get; set; }

    /// <summary>The folder of the solution file.</summary>
    public AbsolutePath Directory => Path.Parent;

    /// <summary>Name of the solution file without its extension.</summary>
    public string Name => Path.NameWithoutExtension;

    /// <summary>Name of the solution file.</summary>
    public string FileName => Path.Name;

    /// <summary>Every project, in the file's order.</summary>
    public IReadOnlyCollection<Project> AllProjects { get; }

    /// <summary>The solution file's path.</summary>
    public static implicit operator AbsolutePath(Solution solution) => solution?.Path;

    /// <summary>The solution file's path as text.</summary>
    public static implicit operator string(Solution solution) => solution?.Path;

    /// <summary>Projects whose names match; the pattern knows <c>*</c> and <c>?</c>, case does not matter.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern) =>
        AllProjects.Where(project => FileSystemName.MatchesSimpleExpression(wildcardPattern, project.Name));
}
