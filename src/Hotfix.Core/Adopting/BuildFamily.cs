namespace Hotfix.Core.Adopting;

/// <summary>One of the build systems whose builds have targets like ours.</summary>
/// <param name="Name">For people.</param>
/// <param name="Prefix">Of its packages, and of the namespaces in them.</param>
/// <param name="BaseClass">What a build class extends.</param>
/// <param name="Package">The package of ours for it; <c>null</c> as long as there is none.</param>
internal sealed record BuildFamily(string Name, string Prefix, string BaseClass, string? Package)
{
    /// <summary>The oldest version of NUKE that <c>Hotfix.Components</c> goes with.</summary>
    public const string NukeVersion = "10.1.0";

    /// <summary>NUKE.</summary>
    public static BuildFamily Nuke { get; } = new("NUKE", "Nuke", "NukeBuild", "Hotfix.Components");

    /// <summary>Its fork: the same targets under other names.</summary>
    public static BuildFamily Fallout { get; } = new("Fallout", "Fallout", "FalloutBuild", Package: null);

    /// <summary>All.</summary>
    public static IReadOnlyList<BuildFamily> All { get; } = [Nuke, Fallout];
}
