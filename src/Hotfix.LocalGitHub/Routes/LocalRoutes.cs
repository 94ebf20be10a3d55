using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hotfix.LocalGitHub.Faults;
using Hotfix.LocalGitHub.Http;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>What a drill in another process may ask of the server itself. Nothing that github.com has.</summary>
internal static class LocalRoutes
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static void Map(RouteTable routes, RequestLog log) => routes
        .Get("/_local/requests", _ => Task.FromResult(ApiResponse.Json(JsonSerializer.SerializeToNode(log.Snapshot(), Json)!)))
        .Post("/_local/faults", ArmAsync)
        .Delete("/_local/faults", DisarmAsync);

    private static Task<ApiResponse> ArmAsync(ApiRequest request)
    {
        Fault fault = Read(request.Body);
        request.Hub.Faults.Add(fault);
        return Task.FromResult(ApiResponse.Json(JsonSerializer.SerializeToNode(fault, Json)!, 201));
    }

    private static Fault Read(JsonNode? body)
    {
        try
        {
            return body.Deserialize<Fault>(Json) ?? throw ApiFailure.With(400, "A fault is a JSON object with at least 'kind'.");
        }
        catch (JsonException failure)
        {
            throw ApiFailure.With(400, failure.Message);
        }
    }

    private static Task<ApiResponse> DisarmAsync(ApiRequest request)
    {
        request.Hub.Faults.Clear();
        return Task.FromResult(ApiResponse.NoContent);
    }
}
