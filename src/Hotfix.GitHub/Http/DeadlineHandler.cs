namespace Hotfix.GitHub.Http;

/// <summary>Ends a request with all its tries, redirects and waits for limits at a time, however many they are. The outermost of our handlers.</summary>
internal sealed class DeadlineHandler(TimeProvider time, TimeSpan deadline) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // An upload's single try may take longer than that by its size.
        TimeSpan limit = request.Options.TryGetValue(CallOptions.Timeout, out TimeSpan own) && own > deadline ? own : deadline;
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new DeadlineException(limit, e);
        }
    }
}
