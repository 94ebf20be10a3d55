namespace Hotfix.Scenarios.Adopting;

/// <summary>A test that takes minutes, since it packs, restores, compiles and rehearses; the target <c>Adoption</c> runs it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AdoptionFactAttribute : FactAttribute
{
    public const string Variable = "HOTFIX_ADOPTION";

    public AdoptionFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
            Skip = "Takes minutes: ./build.sh Adoption runs it.";
        else if (OperatingSystem.IsWindows())
            Skip = "The commands of the README are those of a shell.";
    }
}
