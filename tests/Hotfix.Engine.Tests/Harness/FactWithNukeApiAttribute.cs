namespace Hotfix.Engine.Tests.Harness;

/// <summary>A fact that is skipped, and says so, where the list of NUKE's members is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithNukeApiAttribute : FactAttribute
{
    public FactWithNukeApiAttribute()
    {
        if (!File.Exists(NukeApi.File))
            Skip = $"The list of NUKE's members is not at '{NukeApi.File}'.";
    }
}
