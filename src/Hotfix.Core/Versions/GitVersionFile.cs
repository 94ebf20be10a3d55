namespace Hotfix.Core.Versions;

/// <summary>Where GitVersion has its settings: in the root folder, under one of four names, in any case.</summary>
internal static class GitVersionFile
{
    /// <summary>The one that is written where there is none.</summary>
    public const string Usual = "GitVersion.yml";

    /// <summary>In the order in which GitVersion looks.</summary>
    public static IReadOnlyList<string> Names { get; } = [Usual, "GitVersion.yaml", ".GitVersion.yml", ".GitVersion.yaml"];
}
