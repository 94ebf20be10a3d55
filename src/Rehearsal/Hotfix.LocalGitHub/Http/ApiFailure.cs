using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.Http;

/// <summary>Ends a request with an error body in GitHub's shape.</summary>
internal sealed class ApiFailure(int status, JsonObject body) : Exception(body["message"]?.GetValue<string>())
{
    public int Status { get; } = status;

    public JsonObject Body { get; } = body;

    /// <summary>What of an App's permissions would be enough; <c>null</c> when they are not what was lacking.</summary>
    public string? AcceptedPermissions { get; init; }

    public static ApiFailure NotFound() => With(404, "Not Found");

    public static ApiFailure Unauthorized(string message) => With(401, message);

    /// <summary>The role is too low; GitHub's words.</summary>
    public static ApiFailure Forbidden() => With(403, "Resource not accessible by personal access token");

    public static ApiFailure With(int status, string message) => new(status, Describe(status, message));

    /// <summary>422 with one entry in <c>errors</c>.</summary>
    public static ApiFailure Invalid(string resource, string code, string? field = null, string? message = null)
    {
        var error = new JsonObject { ["resource"] = resource, ["code"] = code };
        if (field is not null)
            error["field"] = field;

        if (message is not null)
            error["message"] = message;

        JsonObject body = Describe(422, "Validation Failed");
        body["errors"] = new JsonArray(error);
        return new ApiFailure(422, body);
    }

    private static JsonObject Describe(int status, string message) =>
        new()
        {
            ["message"] = message,
            ["documentation_url"] = "https://docs.github.com/rest",
            ["status"] = $"{status}",
        };
}
