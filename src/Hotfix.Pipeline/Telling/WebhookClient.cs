using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hotfix.Core.Requests;
using Hotfix.Core.Telling;
using Hotfix.Core.Text;

namespace Hotfix.Pipeline.Telling;

/// <summary>Posts an announcement to a webhook, and once more when it was refused for now. Follows no redirect, reads no answer, never throws.</summary>
internal sealed class WebhookClient(TimeSpan patience, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Both tries together take at most the patience.</summary>
    public async Task<WebhookAnswer> TellAsync(Webhook webhook, Announcement announcement, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            WebhookAnswer first = await TryAsync(webhook, announcement, either.Token);
            if (!first.MayBeRepeated)
                return first;

            await Task.Delay(Pause, time, either.Token);
            WebhookAnswer second = await TryAsync(webhook, announcement, either.Token);
            return second with { Failure = second.Failure is { } failure ? $"{failure} (tried twice)" : null };
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return stop.IsCancellationRequested && !limit.IsCancellationRequested
                ? new WebhookAnswer("not answered before the run ended")
                : new WebhookAnswer($"not answered within {patience.TotalSeconds:0.#} s") { Hangs = true };
        }
        catch (Exception e)
        {
            // Whatever a handler, a proxy or a certificate brings: a message that does not arrive must not stop the hotfix.
            return new WebhookAnswer($"failed: {e.GetType().Name}");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<WebhookAnswer> TryAsync(Webhook webhook, Announcement announcement, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(SecretMask.Mask(announcement.BodyFor(webhook.Kind))));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.ParseAdd("hotfix");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", announcement.Key);
        try
        {
            using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode
                ? new WebhookAnswer(Failure: null)
                : new WebhookAnswer($"answered {(int)answer.StatusCode}")
                {
                    MayBeRepeated = answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
                };
        }
        catch (HttpRequestException e)
        {
            // The kind of failure only: a message may quote the address, which is a secret. What broke off while it answered may have arrived.
            return new WebhookAnswer($"not reached: {e.HttpRequestError}")
            {
                MayBeRepeated =
                    e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ProxyTunnelError,
            };
        }
    }
}
