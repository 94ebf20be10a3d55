using System.Net;
using System.Runtime.CompilerServices;
using Hotfix.Core.Errors;
using Hotfix.GitHub.Http;
using Octokit;

namespace Hotfix.GitHub;

/// <summary>Makes calls over the connection and turns whatever goes wrong into our own errors; no exception of Octokit leaves it.</summary>
internal sealed class GitHubApi(GitHubConnection connection)
{
    private const int MostPages = 100;

    public GitHubConnection Connection => connection;

    public string Owner => connection.Address.Owner;

    public string Name => connection.Address.Name;

    /// <summary>A path below <c>repos/{owner}/{name}</c>.</summary>
    public string InRepository(string path) => $"repos/{Owner}/{Name}/{path}";

    /// <summary>GET, one answer.</summary>
    public Task<T> GetAsync<T>(Call call, CancellationToken cancellationToken)
        where T : class => SendAsync(call, rest => rest.Get<T>(call.Uri, null, null, cancellationToken), cancellationToken);

    /// <summary>GET; <c>null</c> when GitHub answers 404.</summary>
    public async Task<T?> FindAsync<T>(Call call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await GetAsync<T>(call, cancellationToken);
        }
        catch (HotfixException e) when (GitHubFailure.IsNotFound(e))
        {
            return null;
        }
    }

    /// <summary>GET, page by page along GitHub's own links, read only as far as the caller goes.</summary>
    public async IAsyncEnumerable<T> PagesAsync<T>(Call call, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        Uri? next = call.Uri;
        for (int page = 0; next is not null && page < MostPages; page++)
        {
            Uri address = next;
            IApiResponse<T> answer = await RunAsync(
                call,
                () => connection.Octokit.Connection.Get<T>(address, null, null, cancellationToken),
                cancellationToken
            );
            yield return answer.Body ?? throw GitHubFailure.Unreadable(call, "A page is empty or not JSON.");
            next = LinkHeader.Next(answer.HttpResponse.Headers);
        }

        if (next is not null)
            throw GitHubFailure.Unreadable(call, $"The list does not end after {MostPages} pages.");
    }

    /// <summary>GET, all pages of a plain list.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(Call call, CancellationToken cancellationToken)
    {
        List<T> all = [];
        await foreach (T[] page in PagesAsync<T[]>(call, cancellationToken))
            all.AddRange(page);

        return all;
    }

    /// <summary>A raw call that answers with a body.</summary>
    public async Task<T> SendAsync<T>(Call call, Func<IConnection, Task<IApiResponse<T>>> send, CancellationToken cancellationToken)
        where T : class =>
        (await RunAsync(call, () => send(connection.Octokit.Connection), cancellationToken)).Body
        ?? throw GitHubFailure.Unreadable(call, "The answer is empty or not JSON.");

    /// <summary>Anything that Octokit does.</summary>
    public async Task<T> RunAsync<T>(Call call, Func<Task<T>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await CallScope.RunAsync(send, cancellationToken);
        }
        catch (ApiException e) when (e.HttpResponse is { } response)
        {
            throw Explain(new FailedAnswer(call, response.StatusCode, response.Headers, response.Body as string ?? ""), e);
        }
        catch (HttpRequestException e)
        {
            throw GitHubFailure.Unreachable(call, e);
        }
        catch (TimeoutException e)
        {
            throw GitHubFailure.TimedOut(call, e);
        }
        catch (DeadlineException e)
        {
            throw GitHubFailure.TookTooLong(call, e);
        }
        catch (RedirectRefusedException e)
        {
            throw GitHubFailure.Unexpected(call, e.Message, e);
        }
        catch (Exception e) when (e is not HotfixException and not OperationCanceledException)
        {
            // Readers fail in many ways on a body that is not what was promised; Octokit's with NullReferenceException.
            throw GitHubFailure.Unreadable(call, $"{e.GetType().Name}: {e.Message}", e);
        }
    }

    /// <summary>A request whose body or answer is a stream; the caller disposes the answer.</summary>
    public Task<HttpResponseMessage> StreamAsync(Call call, HttpRequestMessage request, CancellationToken cancellationToken) =>
        RunAsync(call, () => SendStreamAsync(call, request, cancellationToken), cancellationToken);

    /// <summary>A credential that worked a moment ago and does not any more is another matter than a wrong one.</summary>
    private HotfixException Explain(FailedAnswer answer, Exception? cause = null) =>
        answer.Status == HttpStatusCode.Unauthorized && connection.WasAccepted
            ? GitHubFailure.RanOut(answer, cause)
            : GitHubFailure.From(answer, connection.Time.GetUtcNow(), cause);

    private async Task<HttpResponseMessage> SendStreamAsync(Call call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await connection.Streams.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode < HttpStatusCode.Ambiguous)
            return response;

        using (response)
        {
            string body = await response.Content.ReadAsStringAsync(cancellationToken);
            Dictionary<string, string> headers = response.Headers.ToDictionary(header => header.Key, header => header.Value.First());
            throw Explain(new FailedAnswer(call, response.StatusCode, headers, body));
        }
    }
}
