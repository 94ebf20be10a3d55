namespace Hotfix.Core.Requests;

/// <summary>Where it is written what production runs.</summary>
/// <param name="Environment">The environment whose deployments count; <c>production</c> unless set.</param>
/// <param name="Variable">A variable of that environment, else of the repository, that holds a sha or a version; <c>null</c> when there is none.</param>
/// <param name="HealthUrl">An address at which the running system says its sha or version; <c>null</c> when there is none.</param>
/// <param name="Order">Which sources count, the first that says anything alone; <c>null</c>: all that speak, and they must agree; none: what is released
/// runs.</param>
internal sealed record ProductionSettings(
    string Environment = "production",
    string? Variable = null,
    Uri? HealthUrl = null,
    IReadOnlyList<ProductionSource>? Order = null
)
{
    /// <summary>Whether a source is asked at all.</summary>
    public bool Asks(ProductionSource source) => Order is null || Order.Contains(source);
}
