using Hotfix.Testing;

namespace Hotfix.Scenarios.Guarded;

/// <summary>A theory about what only NUKE declares; skipped, and said so, on another engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NukeTheoryAttribute : TheoryAttribute
{
    public NukeTheoryAttribute()
    {
        if (BuiltFor.Engine != "nuke")
        {
            Skip =
                $"The engine here is '{BuiltFor.Engine}', which declares none of NUKE's own components: HOTFIX_ENGINE=nuke ./build.sh Test runs it where the feeds serve NUKE.";
        }
    }
}
