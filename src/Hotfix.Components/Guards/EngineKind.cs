namespace Hotfix.Components.Guards;

/// <summary>Which of the two engines runs this build.</summary>
internal static class EngineKind
{
    public static bool IsEmbedded { get; } = typeof(EngineBuild).Assembly.GetName().Name == "Hotfix.Engine";
}
