using System.Globalization;
using System.Text;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.State;
using Microsoft.AspNetCore.Http.Features;

namespace Hotfix.LocalGitHub.Pages;

/// <summary>
/// Answers browsers at the addresses that REST gives as <c>html_url</c>. It asks for no token: the server listens on loopback alone, what it holds is a
/// rehearsal,
/// and a browser has none to give. It only reads; neither faults nor the request log know of it.
/// </summary>
internal sealed class PageEndpoint(Hub hub)
{
    public static bool Claims(HttpRequest request) => AddressOf(request) is not null;

    public async Task AnswerAsync(Exchange exchange)
    {
        HttpResponse http = exchange.Context.Response;
        http.Headers.ContentSecurityPolicy = $"{HtmlPage.Policy}; frame-ancestors 'none'";
        http.Headers.XContentTypeOptions = "nosniff";
        http.Headers["Referrer-Policy"] = "no-referrer";
        http.Headers.CacheControl = "no-store";
        await exchange.WriteAsync(await ComposeAsync(AddressOf(exchange.Context.Request)!));
    }

    private async Task<ApiResponse> ComposeAsync(PageAddress address)
    {
        if (hub.Find(address.Owner, address.Repository) is not { } repository)
            return NotFound();

        if (address.Kind == "releases/tag")
            return await ReadAsync(repository, found => ReleasePage.Find(found, address.Key));

        if (!int.TryParse(address.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return NotFound();

        // One row of numbers: GitHub, too, sends whoever took one kind for the other on.
        bool isPull = await repository.ChangeAsync(found => Task.FromResult(found.PullRequests.ContainsKey(number)));
        string kind = isPull ? "pull" : "issues";
        return kind == address.Kind
            ? await ReadAsync(repository, found => ThreadPage.Find(found, number))
            : ApiResponse.Redirect($"/{repository.FullName}/{kind}/{number}");
    }

    private static async Task<ApiResponse> ReadAsync(HostedRepository repository, Func<HostedRepository, PageContent?> find) =>
        await repository.ChangeAsync(found => Task.FromResult(find(found))) is { } content ? Html(ContentPage.Render(content), 200) : NotFound();

    private static ApiResponse NotFound() =>
        Html(HtmlPage.Compose("Not found", "<main>\n<h1>Not found</h1>\n<p>The local GitHub has no such page.</p>\n</main>"), 404);

    private static ApiResponse Html(string page, int status) => new(status) { Body = Encoding.UTF8.GetBytes(page), ContentType = "text/html; charset=utf-8" };

    private static PageAddress? AddressOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? PageAddress.Of(request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2)[0])
            : null;
}
