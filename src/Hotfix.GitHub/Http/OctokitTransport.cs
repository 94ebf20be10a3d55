using Octokit;
using Octokit.Internal;

namespace Hotfix.GitHub.Http;

/// <summary>Octokit's own adapter, without its time-out (100 s for everything, waits for rate limits included) and with the caller's cancellation.</summary>
internal sealed class OctokitTransport : IHttpClient
{
    private readonly HttpClientAdapter _adapter;

    public OctokitTransport(HttpMessageHandler handler)
    {
        _adapter = new HttpClientAdapter(() => handler);
        _adapter.SetRequestTimeout(Timeout.InfiniteTimeSpan);
    }

    public Task<IResponse> Send(IRequest request, CancellationToken cancellationToken, Func<object, object>? preprocessResponseBody = null)
    {
        if (request is Request { } settable)
            settable.Timeout = TimeSpan.Zero;

        return _adapter.Send(request, cancellationToken.CanBeCanceled ? cancellationToken : CallScope.Token, preprocessResponseBody);
    }

    public void SetRequestTimeout(TimeSpan timeout) => _adapter.SetRequestTimeout(timeout);

    public void Dispose() => _adapter.Dispose();
}
