namespace Hotfix.Testing.Contract;

/// <summary>A request and its answer, as far as a description says anything about them.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Target">Path and query, as sent.</param>
/// <param name="Status">HTTP status.</param>
public sealed record ContractExchange(string Method, string Target, int Status)
{
    /// <summary>JSON; empty without one.</summary>
    public string RequestBody { get; init; } = "";

    /// <summary>Without parameters; <c>null</c> without a body.</summary>
    public string? ResponseType { get; init; }

    public string ResponseBody { get; init; } = "";
}
