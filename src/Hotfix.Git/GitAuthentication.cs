using System.Text;

namespace Hotfix.Git;

/// <summary>A token for one host, for clones in which git has no credential of its own. It reaches git through the environment only.</summary>
/// <remarks>Source: git-config(1), <c>GIT_CONFIG_COUNT</c> and <c>http.extraHeader</c>.</remarks>
internal sealed class GitAuthentication
{
    private readonly string _token;

    /// <param name="baseUrl">Where the token may go: <c>https://github.com/</c>, or with a longer path.</param>
    /// <param name="token">Sent as the password of <c>x-access-token</c>, as GitHub documents for every kind of token.</param>
    public GitAuthentication(string baseUrl, string token)
    {
        BaseUrl = baseUrl.EndsWith('/') ? baseUrl : baseUrl + "/";
        _token = token;
    }

    /// <summary>Ends with a slash; holds no user information.</summary>
    public string BaseUrl { get; }

    /// <summary>
    /// Whether commands that seem to stay on this machine get it, too: in a partial clone any of them may have to fetch what is missing (git-clone(1)
    /// <c>--filter</c>).
    /// </summary>
    public bool IsForEveryCall { get; init; }

    private string Encoded => Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{_token}"));

    /// <summary>Names the host, never the token.</summary>
    public override string ToString() => $"token for {BaseUrl}";

    /// <summary>
    /// Settings in the order in which git reads them. The empty values come first and drop what a checkout action or a
    /// credential helper left: a second header would be sent beside ours, and a helper could prompt.
    /// </summary>
    internal IEnumerable<(string Key, string Value)> Settings() =>
        [
            ($"http.{BaseUrl}.extraHeader", ""),
            ($"http.{BaseUrl}.extraHeader", $"Authorization: Basic {Encoded}"),
            ("credential.helper", ""),
            ($"credential.{BaseUrl}.helper", ""),
        ];

    internal string Redact(string text) =>
        _token.Length == 0 ? text : text.Replace(Encoded, "***", StringComparison.Ordinal).Replace(_token, "***", StringComparison.Ordinal);
}
