namespace Hotfix.LocalGitHub.Http;

/// <summary>All routes, in order: the first that matches answers.</summary>
internal sealed class RouteTable
{
    private readonly List<Route> _routes = [];

    public IReadOnlyList<Route> Routes => _routes;

    public RouteTable Get(string template, Func<ApiRequest, Task<ApiResponse>> handler) => Add(new Route("GET", template, handler));

    public RouteTable Post(string template, Func<ApiRequest, Task<ApiResponse>> handler) => Add(new Route("POST", template, handler));

    public RouteTable Put(string template, Func<ApiRequest, Task<ApiResponse>> handler) => Add(new Route("PUT", template, handler));

    public RouteTable Patch(string template, Func<ApiRequest, Task<ApiResponse>> handler) => Add(new Route("PATCH", template, handler));

    public RouteTable Delete(string template, Func<ApiRequest, Task<ApiResponse>> handler) => Add(new Route("DELETE", template, handler));

    /// <summary>A POST whose body is a file.</summary>
    public RouteTable Upload(string template, Func<ApiRequest, Task<ApiResponse>> handler) => Add(new Route("POST", template, handler) { RawBody = true });

    public (Route Route, IReadOnlyDictionary<string, string> Values)? Find(string method, string path)
    {
        foreach (Route route in _routes)
        {
            if (route.Method == method && route.Match(path) is { } values)
                return (route, values);
        }

        return null;
    }

    private RouteTable Add(Route route)
    {
        _routes.Add(route);
        return this;
    }
}
