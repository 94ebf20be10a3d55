using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.Http;

/// <summary>What a route answers.</summary>
internal sealed record ApiResponse(int Status)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Body { get; init; } = [];

    public string? ContentType { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static ApiResponse NoContent { get; } = new(204);

    public static ApiResponse Json(JsonNode body, int status = 200) =>
        new(status) { Body = Encoding.UTF8.GetBytes(body.ToJsonString(Plain)), ContentType = "application/json; charset=utf-8" };

    public static ApiResponse Text(string body) => new(200) { Body = Encoding.UTF8.GetBytes(body), ContentType = "text/plain; charset=utf-8" };

    public static ApiResponse Redirect(string address) => new(302) { Headers = new Dictionary<string, string> { ["Location"] = address } };

    public static ApiResponse From(ApiFailure failure) =>
        Json(failure.Body, failure.Status) with
        {
            Headers = failure.AcceptedPermissions is { } accepted ? new Dictionary<string, string> { ["X-Accepted-GitHub-Permissions"] = accepted } : [],
        };
}
