namespace Nuke.Common.ProjectModel;

/// <summary>Something that holds projects: here, the solution.</summary>
public interface IProjectContainer;
