using System.Globalization;
using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.Http;

/// <summary>Cuts a list into pages and says in the <c>Link</c> header where the others are.</summary>
internal sealed class Paging
{
    private readonly ApiRequest _request;
    private readonly int _page;
    private readonly int _size;

    private Paging(ApiRequest request)
    {
        _request = request;
        _page = Math.Max(1, Read("page", 1));
        _size = Math.Clamp(Read("per_page", 30), 1, 100);
    }

    /// <summary>A page of a list whose answer is an array.</summary>
    public static ApiResponse Of<T>(ApiRequest request, IReadOnlyCollection<T> all, Func<T, JsonNode> shape)
    {
        var paging = new Paging(request);
        return paging.Answer(new JsonArray([.. paging.Cut(all).Select(shape)]), all.Count);
    }

    /// <summary>As <see cref="Of{T}"/>, for items whose shape needs git.</summary>
    public static async Task<ApiResponse> OfAsync<T>(ApiRequest request, IReadOnlyCollection<T> all, Func<T, Task<JsonObject>> shape)
    {
        var paging = new Paging(request);
        return paging.Answer(await paging.ShapeAsync(all, shape), all.Count);
    }

    /// <summary>A page of a list whose answer is an object with <c>total_count</c>.</summary>
    public static async Task<ApiResponse> CountedAsync<T>(ApiRequest request, string name, IReadOnlyCollection<T> all, Func<T, Task<JsonObject>> shape)
    {
        var paging = new Paging(request);
        var body = new JsonObject { ["total_count"] = all.Count, [name] = await paging.ShapeAsync(all, shape) };
        return paging.Answer(body, all.Count);
    }

    private IEnumerable<T> Cut<T>(IEnumerable<T> all) => all.Skip((_page - 1) * _size).Take(_size);

    private async Task<JsonArray> ShapeAsync<T>(IEnumerable<T> all, Func<T, Task<JsonObject>> shape)
    {
        var items = new JsonArray();
        foreach (T item in Cut(all))
            items.Add((JsonNode)await shape(item));

        return items;
    }

    private ApiResponse Answer(JsonNode body, int total)
    {
        int last = Math.Max(1, (total + _size - 1) / _size);
        var links = new List<string>();
        if (_page > 1)
            links.Add(Link(_page - 1, "prev"));

        if (_page < last)
            links.AddRange([Link(_page + 1, "next"), Link(last, "last")]);

        if (_page > 1)
            links.Add(Link(1, "first"));

        ApiResponse response = ApiResponse.Json(body);
        return links.Count == 0 ? response : response with { Headers = new Dictionary<string, string> { ["Link"] = string.Join(", ", links) } };
    }

    // GitHub's own links name the repository by its id.
    private string Link(int page, string relation)
    {
        string path = _request.Http.Path.Value!;
        string prefix = $"/repos/{_request.Repository.FullName}";
        int at = path.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        string rest =
            at < 0
                ? path[(path.IndexOf("/repositories/", StringComparison.Ordinal) + "/repositories/".Length)..].Split('/', 2)[1]
                : path[(at + prefix.Length + 1)..];
        var query = _request.Http.Query.Where(pair => pair.Key != "page").Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}");
        return $"<{_request.Address.Api}/repositories/{_request.Repository.Id}/{rest}?{string.Join('&', [.. query, $"page={page}"])}>; rel=\"{relation}\"";
    }

    private int Read(string name, int otherwise) =>
        int.TryParse(_request.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
