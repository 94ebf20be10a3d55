namespace Hotfix.GitHub.Http;

/// <summary>One change at a time: notifications arrive in order.</summary>
internal sealed class PaceHandler(WritePace pace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using IDisposable? turn = request.IsSafe() ? null : await pace.BeginAsync(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
