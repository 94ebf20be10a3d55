namespace Hotfix.LocalGitHub.Http;

/// <summary>The server as the client addressed it; every link in an answer starts with one of these.</summary>
/// <param name="Web">Scheme and host: <c>http://127.0.0.1:4030</c>.</param>
/// <param name="Api">The same with the prefix under which the client calls REST, if any: <c>…/api/v3</c>.</param>
internal sealed record ApiAddress(string Web, string Api)
{
    public const string EnterprisePrefix = "/api/v3";

    public static ApiAddress Of(HttpRequest request)
    {
        string web = $"{request.Scheme}://{request.Host}";
        bool enterprise = request.Path.StartsWithSegments(EnterprisePrefix, StringComparison.Ordinal);
        return new ApiAddress(web, enterprise ? web + EnterprisePrefix : web);
    }
}
