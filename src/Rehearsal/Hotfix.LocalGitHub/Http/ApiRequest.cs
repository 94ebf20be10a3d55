using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Http;

/// <summary>One REST call, with its route values, its caller and (where the route names one) its repository.</summary>
internal sealed class ApiRequest(HttpContext context, Hub hub, ApiAddress address, IReadOnlyDictionary<string, string> values)
{
    private HostedRepository? _repository;

    public Hub Hub { get; } = hub;

    public ApiAddress Address { get; } = address;

    public HttpRequest Http => context.Request;

    /// <summary>The server's stop, not the client's: a change is never left half done because its caller hung up.</summary>
    public CancellationToken Cancellation => Hub.Stopping;

    public Token? Token { get; init; }

    public Account? User => Token?.Account;

    /// <summary>A fault is armed that answers this report of a check and forgets it.</summary>
    public bool LosesCheck { get; init; }

    public byte[] RawBody { get; private set; } = [];

    public JsonNode? Body { get; private set; }

    public DateTimeOffset Now => Hub.Now;

    /// <summary>The repository of the route; only reached after <see cref="Enter"/> saw that the caller may read it.</summary>
    public HostedRepository Repository => _repository ?? throw new InvalidOperationException("This route names no repository.");

    /// <summary>The caller; 401 when there is none.</summary>
    public Account Caller => User ?? throw ApiFailure.Unauthorized("Requires authentication");

    public bool NamesRepository => values.ContainsKey("owner");

    /// <summary>Finds the route's repository: 401 without a token, 404 for whoever may not see it.</summary>
    public HostedRepository Enter()
    {
        _repository = Hub.Find(values["owner"], values["repo"]);
        // What lies below /_local/ is the server's own side door: loopback only, and nothing of it exists on github.com.
        if (_repository is not null && Http.Path.StartsWithSegments("/_local", StringComparison.Ordinal))
            return _repository;

        if (_repository is { Settings.Private: true } && User is null)
            throw ApiFailure.Unauthorized("Requires authentication");

        if (_repository is null || _repository.RoleOf(User) == Role.None)
            throw ApiFailure.NotFound();

        return _repository;
    }

    /// <summary>403 unless the caller has at least this role.</summary>
    public Account Require(Role role) => Repository.RoleOf(Caller) >= role ? Caller : throw ApiFailure.Forbidden();

    /// <summary>The text of an issue, a pull request or a comment; 422 when it is longer than GitHub takes.</summary>
    public string? LongText(string resource) =>
        Text("body") is not { Length: > 65_536 }
            ? Text("body")
            : throw ApiFailure.Invalid(resource, "custom", "body", "body is too long (maximum is 65536 characters)");

    public string Value(string name) => values[name];

    /// <summary>A number from the path; 404 when it is none.</summary>
    public long Number(string name) =>
        long.TryParse(values[name], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw ApiFailure.NotFound();

    public string? Query(string name) => Http.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    public async Task ReadBodyAsync(bool asJson)
    {
        using var buffer = new MemoryStream();
        await Http.Body.CopyToAsync(buffer, Cancellation);
        RawBody = buffer.ToArray();
        if (!asJson || RawBody.Length == 0)
            return;

        try
        {
            Body = JsonNode.Parse(RawBody);
        }
        catch (JsonException)
        {
            throw ApiFailure.With(400, "Problems parsing JSON");
        }
    }

    /// <summary>A property of the JSON body; absent and <c>null</c> are the same here.</summary>
    public JsonNode? Node(string name) => (Body as JsonObject)?[name];

    public bool Has(string name) => (Body as JsonObject)?.ContainsKey(name) == true;

    public string? Text(string name) =>
        Node(name) is JsonValue value
            ? value.TryGetValue(out string? text)
                ? text
                : value.ToJsonString()
            : null;

    public bool? Flag(string name) => Node(name) is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    /// <summary>A text that must be there; 422 when it is not.</summary>
    public string RequiredText(string resource, string name) =>
        Text(name) is { Length: > 0 } text ? text : throw ApiFailure.Invalid(resource, "missing_field", name);

    public DateTimeOffset? Time(string name) =>
        Text(name) is { } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
            : null;

    public IReadOnlyList<string> Texts(string name) => Node(name) is JsonArray array ? [.. array.Select(item => item!.GetValue<string>())] : [];
}
