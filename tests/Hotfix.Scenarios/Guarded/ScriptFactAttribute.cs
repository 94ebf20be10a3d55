namespace Hotfix.Scenarios.Guarded;

/// <summary>Needs bash, which runs <c>build.sh</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScriptFactAttribute : FactAttribute
{
    public ScriptFactAttribute() => Skip = OperatingSystem.IsWindows() ? "build.sh is not for Windows" : null;
}
