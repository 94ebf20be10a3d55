namespace Hotfix.Scenarios.Guarded;

/// <summary>Needs bash, which runs <c>build.sh</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScriptTheoryAttribute : TheoryAttribute
{
    public ScriptTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "build.sh is not for Windows" : null;
}
