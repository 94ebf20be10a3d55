using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Rulesets and the rules that apply to a branch; anybody who can read may look.</summary>
internal static class RuleRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/rules/branches/{branch*}", ForBranchAsync)
            .Get("/repos/{owner}/{repo}/rulesets", request =>
                Task.FromResult(Paging.Of(request, request.Repository.Rulesets, stored => RuleJson.Ruleset(stored, withRules: false, Viewpoint.Of(request))))
            )
            .Get("/repos/{owner}/{repo}/rulesets/{ruleset_id}", GetAsync);

    // The branch need not exist, and classic protection is not listed.
    private static Task<ApiResponse> ForBranchAsync(ApiRequest request)
    {
        string refName = "refs/heads/" + request.Value("branch");
        var view = Viewpoint.Of(request);
        var rules = request
            .Repository.Rulesets.Where(stored => BranchRules.Applies(stored.Ruleset, refName, request.Repository.DefaultBranch))
            .SelectMany(stored => stored.Ruleset.Rules, (stored, rule) => (stored, rule));
        return Task.FromResult(Paging.Of(request, [.. rules], pair => RuleJson.Active(pair.rule, pair.stored, view)));
    }

    private static Task<ApiResponse> GetAsync(ApiRequest request)
    {
        long id = request.Number("ruleset_id");
        StoredRuleset stored = request.Repository.Rulesets.FirstOrDefault(candidate => candidate.Id == id) ?? throw ApiFailure.NotFound();
        return Task.FromResult(ApiResponse.Json(RuleJson.Ruleset(stored, withRules: true, Viewpoint.Of(request))));
    }
}
