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

    public static void Map(RouteTable routes, RequestLog log) =>
        routes
            .Get("/_local/requests", _ => Task.FromResult(ApiResponse.Json(JsonSerializer.SerializeToNode(log.Snapshot(), Json)!)))
            .Post("/_local/faults", ArmAsync)
            .Delete("/_local/faults", DisarmAsync)
            .Get("/_local/repos/{owner}/{repo}/runs", request =>
                Task.FromResult(ApiResponse.Json(JsonSerializer.SerializeToNode(RunReports.List(request.Repository), Json)!))
            )
            .Post("/_local/repos/{owner}/{repo}/runs", StartRunAsync)
            .Patch("/_local/repos/{owner}/{repo}/runs/{run_id}", ReportRunAsync);

    private static Task<ApiResponse> ArmAsync(ApiRequest request)
    {
        Fault fault = Read<Fault>(request.Body);
        request.Hub.Faults.Add(fault);
        return Task.FromResult(ApiResponse.Json(JsonSerializer.SerializeToNode(fault, Json)!, 201));
    }

    private static T Read<T>(JsonNode? body)
    {
        try
        {
            return body.Deserialize<T>(Json) ?? throw ApiFailure.With(400, $"A {typeof(T).Name} is a JSON object.");
        }
        catch (JsonException failure)
        {
            throw ApiFailure.With(400, failure.Message);
        }
    }

    // Body: workflow (file name), branch, event.
    private static async Task<ApiResponse> StartRunAsync(ApiRequest request)
    {
        long id = await RunReports.StartAsync(
            request.Repository,
            request.RequiredText("Run", "workflow"),
            request.RequiredText("Run", "branch"),
            request.Text("event") ?? "push"
        );
        return ApiResponse.Json(new JsonObject { ["id"] = id }, 201);
    }

    private static async Task<ApiResponse> ReportRunAsync(ApiRequest request)
    {
        await RunReports.ReportAsync(request.Repository, request.Number("run_id"), Read<WorkflowRunReport>(request.Body));
        return ApiResponse.NoContent;
    }

    private static Task<ApiResponse> DisarmAsync(ApiRequest request)
    {
        request.Hub.Faults.Clear();
        return Task.FromResult(ApiResponse.NoContent);
    }
}
