namespace Nuke.Common;

/// <summary>What happens to the dependencies of a target that is skipped.</summary>
public enum DependencyBehavior
{
    /// <summary>They are skipped too, unless something else that runs needs them. The default.</summary>
    Skip,

    /// <summary>They run all the same.</summary>
    Execute,
}
