using System.Reflection;

namespace Hotfix.Tool;

/// <summary>The version that this tool was packed with.</summary>
internal static class ToolVersion
{
    /// <summary><c>1.4.3</c>, without what a build adds behind a plus.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
