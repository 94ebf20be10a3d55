namespace Nuke.Common.Execution;

/// <summary>Something that takes part in every run; made by an attribute on the build class, a base class or a component.</summary>
public interface IBuildExtension
{
    /// <summary>A higher one is called earlier.</summary>
    float Priority { get; }
}
