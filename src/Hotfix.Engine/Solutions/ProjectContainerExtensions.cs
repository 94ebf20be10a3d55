#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
namespace Nuke.Common.ProjectModel;

/// <summary>Finds projects by name.</summary>
public static class ProjectContainerExtensions
{
    /// <summary>The project of exactly that name; <c>null</c> when there is none.</summary>
    public static Project GetProject(this IProjectContainer container, string name) =>
        container is Solution solution ? solution.AllProjects.SingleOrDefault(project => project.Name == name) : null;
}
