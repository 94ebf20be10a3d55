#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
namespace Nuke.Common.Tooling;

/// <summary>One line that a process has written.</summary>
#pragma warning disable CA1051 // Do not declare visible instance fields: NUKE's shape; reflection over fields and properties must find the same.
#pragma warning disable CA1815 // Override equals and operator equals on value types: NUKE's has none.
public struct Output
{
    /// <summary>The stream that it came from.</summary>
    public OutputType Type;

    /// <summary>The line without its end.</summary>
    public string Text;
}
