using System.Reflection;
using Hotfix.Testing;
using Xunit.Sdk;

namespace Hotfix.Scenarios.Adopting;

/// <summary>A shape of build that not every engine compiles: skipped aloud where it is not that engine.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ShapeElsewhereAttribute : DataAttribute
{
    private readonly string _shape;

    /// <param name="shape">Its folder.</param>
    /// <param name="engine">The engine that compiles it; empty for none that is served.</param>
    /// <param name="reason">Why others do not.</param>
    public ShapeElsewhereAttribute(string shape, string engine, string reason)
    {
        _shape = shape;
        if (BuiltFor.Engine != engine)
            Skip = $"{shape}: {reason}";
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [_shape],
        ];
}
