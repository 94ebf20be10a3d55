namespace Hotfix.GitHub.Http;

/// <summary>Which addresses may see the credential: the API's own, and the one that takes uploads for it.</summary>
internal sealed class TrustedHosts(Uri api)
{
    private readonly string _uploads = UploadHostOf(api);

    /// <summary>Same scheme and port as the API, and its host or its upload host.</summary>
    public bool MaySeeCredential(Uri address) =>
        address.Scheme == api.Scheme && address.Port == api.Port && (IsHost(address, api.Host) || IsHost(address, _uploads));

    /// <summary>
    /// <c>api.github.com</c> has <c>uploads.github.com</c>, <c>api.NAME.ghe.com</c> has <c>uploads.NAME.ghe.com</c>; elsewhere it is one host.
    /// </summary>
    private static string UploadHostOf(Uri api)
    {
        bool isCloud =
            api.Host == "api.github.com" || (api.Host.StartsWith("api.", StringComparison.Ordinal) && api.Host.EndsWith(".ghe.com", StringComparison.Ordinal));
        return isCloud ? "uploads." + api.Host["api.".Length..] : api.Host;
    }

    private static bool IsHost(Uri address, string host) => string.Equals(address.Host, host, StringComparison.OrdinalIgnoreCase);
}
