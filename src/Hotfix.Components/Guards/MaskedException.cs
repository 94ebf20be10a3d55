namespace Hotfix.Components.Guards;

/// <summary>An exception as a log may show it.</summary>
public sealed class MaskedException(string message, string text) : Exception(message)
{
    /// <inheritdoc/>
    public override string ToString() => text;
}
