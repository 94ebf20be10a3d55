namespace Nuke.Common.Tooling;

/// <summary>Base of the classes that run one tool.</summary>
public abstract class ToolTasks;
