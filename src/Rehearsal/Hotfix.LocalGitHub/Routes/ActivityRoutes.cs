using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Who moved which branch.</summary>
internal static class ActivityRoutes
{
    public static void Map(RouteTable routes) => routes.Get("/repos/{owner}/{repo}/activity", ListAsync);

    // GitHub pages this list by cursors; here everything that is asked for comes on one page.
    private static Task<ApiResponse> ListAsync(ApiRequest request)
    {
        string? refName = request.Query("ref");
        int size = int.TryParse(request.Query("per_page"), out int asked) ? Math.Clamp(asked, 1, 100) : 30;
        var view = Viewpoint.Of(request);
        IEnumerable<Activity> found = request
            .Repository.Activities.Where(activity => refName is null || activity.RefName == refName || activity.RefName == "refs/heads/" + refName)
            .OrderByDescending(activity => activity.Id)
            .Take(size);
        return Task.FromResult(ApiResponse.Json(JsonText.Array(found.Select(activity => Shape(activity, view)))));
    }

    private static JsonObject Shape(Activity activity, Viewpoint view) =>
        new()
        {
            ["id"] = activity.Id,
            ["node_id"] = $"RA_{activity.Id}",
            ["before"] = activity.Before,
            ["after"] = activity.After,
            ["ref"] = activity.RefName,
            ["timestamp"] = JsonText.Time(activity.At),
            ["activity_type"] = activity.Type,
            ["actor"] = view.User(activity.Actor),
        };
}
