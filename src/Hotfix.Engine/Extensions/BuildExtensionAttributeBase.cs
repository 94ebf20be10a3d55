#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
namespace Nuke.Common.Execution;

/// <summary>Base of the attributes that take part in a run; implement the <c>IOn…</c> interfaces of interest.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class BuildExtensionAttributeBase : Attribute, IBuildExtension
{
    /// <summary>The running build.</summary>
    public INukeBuild Build { get; internal set; }

    /// <summary>A higher one is called earlier; 0 unless said.</summary>
    public float Priority { get; set; }
}
