namespace Hotfix.Components.Testing;

/// <summary>The <c>dotnet</c> that runs this very program, so that a nested build uses the same SDK.</summary>
internal static class DotNetHost
{
    public static string Path { get; } = Environment.ProcessPath is { } path && System.IO.Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
