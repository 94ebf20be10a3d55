using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Http;

/// <summary>A request being answered: its context, its path as routes see it, and who turned out to be calling.</summary>
internal sealed class Exchange(HttpContext context, string path)
{
    public HttpContext Context { get; } = context;

    public string Path { get; } = path;

    public Account? User { get; set; }

    /// <summary>JSON as it came; empty for none, and for uploads.</summary>
    public byte[] RequestBody { get; set; } = [];

    public bool WasReset { get; private set; }

    /// <summary>Breaks the connection; the client gets nothing (more).</summary>
    public void Reset()
    {
        WasReset = true;
        Context.Abort();
    }

    public async Task WriteAsync(ApiResponse response)
    {
        HttpResponse http = Prepare(response);
        if (response.Body.Length > 0)
            await http.Body.WriteAsync(response.Body);
    }

    /// <summary>Announces the whole body, sends half of it, and breaks the connection.</summary>
    public async Task TruncateAsync(ApiResponse response)
    {
        HttpResponse http = Prepare(response);
        await http.Body.WriteAsync(response.Body.AsMemory(0, response.Body.Length / 2));
        await http.Body.FlushAsync();
        Context.Abort();
    }

    private HttpResponse Prepare(ApiResponse response)
    {
        HttpResponse http = Context.Response;
        http.StatusCode = response.Status;
        foreach ((string name, string value) in response.Headers)
            http.Headers[name] = value;

        if (response.ContentType is not null)
            http.ContentType = response.ContentType;

        if (response.Status is not (204 or 304))
            http.ContentLength = response.Body.Length;

        return http;
    }
}
