using System.Reflection;
using Hotfix.Core.Plans;
using Hotfix.Pipeline.Applying;

namespace Hotfix.Components.Tests.Running;

/// <summary>An unknown step can neither be dropped silently nor be found at 03:00 by a throw.</summary>
public sealed class StepsAndTheirAppliers
{
    [Fact]
    public void AreCompleteOverAllSteps()
    {
        string[] steps =
        [
            .. typeof(PlanStep)
                .GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
                .Where(type => type.IsSubclassOf(typeof(PlanStep)))
                .Select(type => type.Name)
                .Order(),
        ];

        string[] applied = [.. StepAppliers.Steps.Select(type => type.Name).Order()];

        Assert.True(steps.Length > 30, "PlanStep's nested types are its steps");
        Assert.Equal(steps, applied);
    }
}
