using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Configuration variables, of the repository and of an environment.</summary>
internal static partial class VariableRoutes
{
    public static void Map(RouteTable routes)
    {
        Map(routes, "/repos/{owner}/{repo}/actions/variables", request => request.Repository.Deploying.Variables);
        Map(routes, "/repos/{owner}/{repo}/environments/{environment_name}/variables", request => EnvironmentRoutes.Find(request).Variables);
    }

    private static void Map(RouteTable routes, string path, Func<ApiRequest, VariableShelf> shelf) =>
        routes
            .Get(path, request => ListAsync(request, Open(request, shelf)))
            .Post(path, request => CreateAsync(request, Open(request, shelf)))
            .Get(path + "/{name}", request => Task.FromResult(ApiResponse.Json(Json(Find(request, Open(request, shelf))))))
            .Patch(path + "/{name}", request => UpdateAsync(request, Open(request, shelf)))
            .Delete(path + "/{name}", request => DeleteAsync(request, Open(request, shelf)));

    // Collaborators read them, too; nobody else.
    private static VariableShelf Open(ApiRequest request, Func<ApiRequest, VariableShelf> shelf)
    {
        request.Require(Role.Write);
        return shelf(request);
    }

    private static Variable Find(ApiRequest request, VariableShelf shelf) => shelf.Find(request.Value("name")) ?? throw ApiFailure.NotFound();

    private static async Task<ApiResponse> ListAsync(ApiRequest request, VariableShelf shelf) =>
        await Paging.CountedAsync(request, "variables", shelf.All, variable => Task.FromResult(Json(variable)));

    private static Task<ApiResponse> CreateAsync(ApiRequest request, VariableShelf shelf)
    {
        string name = request.RequiredText("Variable", "name");
        if (!Name().IsMatch(name) || name.StartsWith("GITHUB_", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiFailure.With(
                422,
                "Variable names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_), and must not start with GITHUB_ or a number."
            );
        }

        if (shelf.Find(name) is not null)
            throw ApiFailure.With(409, "Already exists - Variable already exists");

        shelf.Put(new Variable(name, request.RequiredText("Variable", "value"), request.Now, request.Now));
        return Task.FromResult(ApiResponse.Json(new JsonObject(), 201));
    }

    private static Task<ApiResponse> UpdateAsync(ApiRequest request, VariableShelf shelf)
    {
        Variable variable = Find(request, shelf);
        shelf.Put(variable with { Value = request.Text("value") ?? variable.Value, UpdatedAt = request.Now });
        return Task.FromResult(ApiResponse.NoContent);
    }

    private static Task<ApiResponse> DeleteAsync(ApiRequest request, VariableShelf shelf) =>
        shelf.Remove(request.Value("name")) ? Task.FromResult(ApiResponse.NoContent) : throw ApiFailure.NotFound();

    private static JsonObject Json(Variable variable) =>
        new()
        {
            ["name"] = variable.Name,
            ["value"] = variable.Value,
            ["created_at"] = JsonText.Time(variable.CreatedAt),
            ["updated_at"] = JsonText.Time(variable.UpdatedAt),
        };

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();
}
