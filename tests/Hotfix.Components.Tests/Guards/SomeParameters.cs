using Hotfix.Components.Guards;

namespace Hotfix.Components.Tests.Guards;

/// <summary>Parameters of every kind, as a build declares them.</summary>
internal abstract class SomeParameters : EngineBuild, IHazHotfix
{
    public static readonly string[] Targets = ["CreateHotfixBranch", "Test", "Release", "Hotfix"];

    [Parameter]
    public Colour? Paint { get; set; }

    [Parameter]
    public Flavour? Taste { get; set; }

    [Parameter]
    public AbsolutePath? Output { get; set; }

    [Parameter(Name = "forge-url")]
    public string? Address { get; set; }

    [Parameter]
    public string[]? Words { get; set; }

    [Parameter]
    public TimeSpan? Pause { get; set; }

    [Secret]
    [Parameter]
    public string? ApiKey { get; set; }

    public static IReadOnlyList<KnownParameter> All { get; } = ParameterCatalog.Of(typeof(SomeParameters));

    public static SwitchGuard Guard { get; } = new(All, Targets);

    internal enum Colour
    {
        Red,
        Blue,
    }

    internal sealed class Flavour : Enumeration
    {
        public static readonly Flavour Sweet = new() { Value = "sweet" };
    }
}
