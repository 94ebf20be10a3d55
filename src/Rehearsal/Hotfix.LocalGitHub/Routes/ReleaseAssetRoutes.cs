using System.Security.Cryptography;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Files of a release.</summary>
internal static class ReleaseAssetRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/releases/{release_id}/assets", ListAsync)
            .Upload("/repos/{owner}/{repo}/releases/{release_id}/assets", UploadAsync)
            .Get("/repos/{owner}/{repo}/releases/assets/{asset_id}", GetAsync)
            .Delete("/repos/{owner}/{repo}/releases/assets/{asset_id}", DeleteAsync)
            .Get("/{owner}/{repo}/releases/download/{tag*}/{name}", DownloadAsync);

    private static Task<ApiResponse> ListAsync(ApiRequest request)
    {
        Release release = ReleaseRoutes.Find(request);
        var view = Viewpoint.Of(request);
        return Task.FromResult(Paging.Of(request, release.Assets, asset => ReleaseJson.Asset(asset, release, view)));
    }

    private static Task<ApiResponse> UploadAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        Release release = ReleaseRoutes.Find(request);
        if (release.Immutable)
            throw ApiFailure.With(422, "Cannot upload assets to an immutable release.");

        string name = request.Query("name") ?? throw ApiFailure.Invalid("ReleaseAsset", "missing_field", "name");
        // GitHub replaces what it does not keep in file names.
        name = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '+' or '@' ? letter : '.'));
        if (release.Assets.Any(asset => asset.Name == name))
            throw ApiFailure.Invalid("ReleaseAsset", "already_exists", "name");

        var asset = new ReleaseAsset(request.Hub.NextId(), request.RawBody, user, request.Now)
        {
            Name = name,
            Label = request.Query("label"),
            ContentType = request.Http.ContentType ?? "application/octet-stream",
            Digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(request.RawBody)),
        };
        release.Assets.Add(asset);
        return Task.FromResult(ApiResponse.Json(ReleaseJson.Asset(asset, release, Viewpoint.Of(request)), 201));
    }

    private static (ReleaseAsset Asset, Release Release) Find(ApiRequest request)
    {
        long id = request.Number("asset_id");
        foreach (Release release in request.Repository.Releases)
        {
            if (release.Assets.FirstOrDefault(asset => asset.Id == id) is { } found)
                return (found, release);
        }

        throw ApiFailure.NotFound();
    }

    private static Task<ApiResponse> GetAsync(ApiRequest request)
    {
        (ReleaseAsset asset, Release release) = Find(request);
        bool wantsContent = request.Http.Headers.Accept.ToString().Contains("application/octet-stream", StringComparison.OrdinalIgnoreCase);
        return Task.FromResult(wantsContent ? Content(asset) : ApiResponse.Json(ReleaseJson.Asset(asset, release, Viewpoint.Of(request))));
    }

    private static Task<ApiResponse> DeleteAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        (ReleaseAsset asset, Release release) = Find(request);
        if (release.Immutable)
            throw ApiFailure.With(422, "Cannot delete assets from an immutable release.");

        release.Assets.Remove(asset);
        return Task.FromResult(ApiResponse.NoContent);
    }

    private static Task<ApiResponse> DownloadAsync(ApiRequest request)
    {
        ReleaseAsset? found = request
            .Repository.Releases.FirstOrDefault(release => !release.Draft && release.TagName == request.Value("tag"))
            ?.Assets.FirstOrDefault(asset => asset.Name == request.Value("name"));
        return Task.FromResult(Content(found ?? throw ApiFailure.NotFound()));
    }

    private static ApiResponse Content(ReleaseAsset asset)
    {
        asset.Downloads++;
        return new ApiResponse(200) { Body = asset.Content, ContentType = asset.ContentType };
    }
}
