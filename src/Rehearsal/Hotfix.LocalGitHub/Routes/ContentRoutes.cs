using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Files and folders at a ref; read only.</summary>
internal static class ContentRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/contents", request => GetAsync(request, ""))
            .Get("/repos/{owner}/{repo}/contents/", request => GetAsync(request, ""))
            .Get("/repos/{owner}/{repo}/contents/{path*}", request => GetAsync(request, request.Value("path").Trim('/')));

    private static async Task<ApiResponse> GetAsync(ApiRequest request, string path)
    {
        string name = request.Query("ref") ?? request.Repository.DefaultBranch;
        string sha = await request.Repository.Git.ResolveCommitAsync(name, request.Cancellation)
            ?? throw ApiFailure.With(404, $"No commit found for the ref {name}");
        GitObject found = await request.Repository.Git.ReadAsync($"{sha}:{path}", request.Cancellation) ?? throw ApiFailure.NotFound();
        var view = Viewpoint.Of(request);
        if (found.Type == "tree")
            return await FolderAsync(request, view, (sha, name, path));

        if (request.Http.Headers.Accept.ToString().Contains("raw", StringComparison.Ordinal))
            return new ApiResponse(200) { Body = found.Content, ContentType = "application/vnd.github.raw; charset=utf-8" };

        JsonObject body = Entry(new TreeEntry(path, "blob", found.Sha, found.Content.Length), name, view);
        body["encoding"] = "base64";
        body["content"] = Convert.ToBase64String(found.Content, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n") + "\n";
        return ApiResponse.Json(body);
    }

    private static async Task<ApiResponse> FolderAsync(ApiRequest request, Viewpoint view, (string Sha, string Ref, string Path) at)
    {
        IReadOnlyList<TreeEntry> entries = await request.Repository.Git.History.TreeAsync(at.Sha, at.Path, request.Cancellation);
        return ApiResponse.Json(JsonText.Array(entries.Select(entry => Entry(entry, at.Ref, view))));
    }

    private static JsonObject Entry(TreeEntry entry, string name, Viewpoint view)
    {
        string path = string.Join('/', entry.Path.Split('/').Select(Uri.EscapeDataString));
        string url = $"{view.Api}/contents/{path}?ref={Uri.EscapeDataString(name)}";
        bool isFile = entry.Type == "blob";
        string git = $"{view.Api}/git/{entry.Type}s/{entry.Sha}";
        string html = $"{view.Web}/{entry.Type}/{name}/{path}";
        return new JsonObject
        {
            ["type"] = isFile ? "file" : "dir",
            ["name"] = entry.Path.Split('/')[^1],
            ["path"] = entry.Path,
            ["sha"] = entry.Sha,
            ["size"] = entry.Size,
            ["url"] = url,
            ["git_url"] = git,
            ["html_url"] = html,
            ["download_url"] = isFile ? $"{view.Web}/raw/{name}/{path}" : null,
            ["_links"] = new JsonObject
            {
                ["self"] = url,
                ["git"] = git,
                ["html"] = html,
            },
        };
    }
}
