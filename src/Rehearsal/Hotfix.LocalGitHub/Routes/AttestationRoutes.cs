using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>What workflows have attested of files, by the file's digest. The bundles are not: only that there are some is told here.</summary>
internal static class AttestationRoutes
{
    public static void Map(RouteTable routes) => routes.Get("/repos/{owner}/{repo}/attestations/{subject_digest}", ListAsync);

    private static Task<ApiResponse> ListAsync(ApiRequest request)
    {
        string digest = request.Value("subject_digest");
        if (!digest.StartsWith("sha256:", StringComparison.Ordinal))
            throw ApiFailure.With(422, "Invalid subject digest");

        int found = request.Repository.Attested.Count(attested => "sha256:" + attested == digest);
        var list = JsonText.Array(
            Enumerable
                .Range(0, found)
                .Select(_ => new JsonObject
                {
                    ["bundle"] = new JsonObject { ["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.3+json" },
                    ["repository_id"] = request.Repository.Id,
                })
        );
        return Task.FromResult(found > 0 ? ApiResponse.Json(new JsonObject { ["attestations"] = list }) : throw ApiFailure.NotFound());
    }
}
