namespace Hotfix.Components.Tests.Running;

/// <summary>Names stand in one list, which no compiler compares with the targets.</summary>
public sealed class OrderOfTargets
{
    [Fact]
    public void HasEveryTargetOnce()
    {
        string[] targets =
        [
            .. typeof(IHotfix)
                .Assembly.GetTypes()
                .Where(type => type.IsInterface)
                .SelectMany(type => type.GetProperties())
                .Where(property => property.PropertyType == typeof(Target))
                .Select(property => property.Name)
                .Order(),
        ];

        Assert.Equal(targets, TargetOrder.Names.Order());
    }
}
