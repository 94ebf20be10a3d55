namespace Nuke.Common.Tooling;

/// <summary>Marks a class that needs a tool of <c>PATH</c>.</summary>
public interface IRequirePathTool : IRequireTool;
