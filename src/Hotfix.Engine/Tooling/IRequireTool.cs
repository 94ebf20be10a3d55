namespace Nuke.Common.Tooling;

/// <summary>Marks a class that needs a tool.</summary>
public interface IRequireTool;
