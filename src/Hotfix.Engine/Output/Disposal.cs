namespace Nuke.Common.Utilities;

/// <summary>Runs an action when disposed.</summary>
internal sealed class Disposal(Action action) : IDisposable
{
    public void Dispose() => action();
}
