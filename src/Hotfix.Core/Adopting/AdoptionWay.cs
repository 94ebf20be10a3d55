namespace Hotfix.Core.Adopting;

/// <summary>How a repository gets the targets.</summary>
internal enum AdoptionWay
{
    /// <summary>The component in the NUKE build that it has.</summary>
    Component,

    /// <summary>A build project of its own, on the embedded engine.</summary>
    Project,

    /// <summary>The installed tool: no build project at all.</summary>
    Tool,
}
