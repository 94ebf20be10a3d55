using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>What holds a run at an environment, and the people's answer to it.</summary>
internal static class GateRoutes
{
    private const string Path = "/repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments";

    public static void Map(RouteTable routes) => routes.Get(Path, ListAsync).Post(Path, ReviewAsync);

    private static Task<ApiResponse> ListAsync(ApiRequest request)
    {
        WorkflowRun run = RunRoutes.Find(request);
        var view = Viewpoint.Of(request);
        return Task.FromResult(ApiResponse.Json(JsonText.Array(run.Gates.Select(gate => EnvironmentJson.Pending(gate, run, view)))));
    }

    private static Task<ApiResponse> ReviewAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Read);
        WorkflowRun run = RunRoutes.Find(request);
        long[] ids = [.. (request.Node("environment_ids") as JsonArray ?? []).Select(id => id!.GetValue<long>())];
        RunGate[] gates = [.. run.Gates.Where(gate => ids.Contains(gate.Environment.Id))];
        string state = request.RequiredText("PendingDeployment", "state");
        if (gates.Length == 0 || gates.Length != ids.Length || state is not ("approved" or "rejected"))
            throw ApiFailure.With(422, "No pending deployment requests to approve or reject");

        if (gates.Any(gate => !gate.Admits(user, run)))
            throw ApiFailure.With(422, "There was a problem approving one of the gates: you are not a required reviewer");

        foreach (RunGate gate in gates)
            Answer(request, run, gate, isApproved: state == "approved");

        var view = Viewpoint.Of(request);
        return Task.FromResult(ApiResponse.Json(JsonText.Array(gates.Select(gate => DeploymentJson.Of(gate.Deployment, view)))));
    }

    private static void Answer(ApiRequest request, WorkflowRun run, RunGate gate, bool isApproved)
    {
        run.Gates.Remove(gate);
        var status = new DeploymentStatus(request.Hub.NextId(), isApproved ? "queued" : "failure", request.Caller, request.Now);
        request.Repository.Deploying.Report(gate.Deployment, status, makesOthersInactive: false);
        if (!isApproved)
            (run.Status, run.Conclusion, run.UpdatedAt) = ("completed", "failure", request.Now);
        else if (run.Gates.Count == 0)
            (run.Status, run.UpdatedAt) = ("queued", request.Now);
    }
}
