using Hotfix.Testing;

namespace Hotfix.Scenarios.Guarded;

/// <summary>Needs bash, and the compiler that works ahead of time among the restored packages: a first <c>build.sh</c> brings it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CompilerFactAttribute : FactAttribute
{
    public CompilerFactAttribute() =>
        Skip =
            OperatingSystem.IsWindows() ? "ready-to-run.sh is not for Windows"
            : AheadOfTime.HasCompiler ? null
            : "The compiler is not here: './build.sh Status' fetches it where the feeds serve it.";
}
