namespace Hotfix.Scenarios.Adopting;

/// <summary>A theory like <see cref="AdoptionFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AdoptionTheoryAttribute : TheoryAttribute
{
    public AdoptionTheoryAttribute() => Skip = new AdoptionFactAttribute().Skip;
}
