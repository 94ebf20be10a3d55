using Nuke.Common;
using Nuke.Common.Execution;

namespace Hotfix.Engine.Tests.Builds;

/// <summary>A member that every run needs.</summary>
internal sealed class RequiringBuild : NukeBuild
{
    [Parameter(Name = "forge-url")]
    [Required]
    public readonly string? Address;

    public Target Fine => _ => _.Executes(() => { });
}

/// <summary>An extension that throws when it is told of the end.</summary>
[ThrowAtTheEnd]
internal sealed class FailingEndBuild : NukeBuild
{
    public Target Fine => _ => _.Executes(() => { });
}

internal sealed class ThrowAtTheEndAttribute : BuildExtensionAttributeBase, IOnBuildFinished
{
    public void OnBuildFinished() => throw new InvalidOperationException("the record could not be written");
}
