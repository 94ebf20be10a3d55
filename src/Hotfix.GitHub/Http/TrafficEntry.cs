namespace Hotfix.GitHub.Http;

/// <summary>One request of a connection.</summary>
/// <param name="Method"><c>GET</c>, <c>POST</c>, …</param>
/// <param name="Address">Scheme, host and path; the query only on the API's own host, since elsewhere it may be a signature.</param>
/// <param name="Status">HTTP status; <c>null</c> when no answer came.</param>
internal sealed record TrafficEntry(string Method, string Address, int? Status);
