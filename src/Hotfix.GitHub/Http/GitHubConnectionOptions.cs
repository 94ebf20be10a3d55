namespace Hotfix.GitHub.Http;

/// <summary>How patient a connection is, and whom it tells.</summary>
internal sealed record GitHubConnectionOptions
{
    /// <summary>How long one try may take, its body included; an upload gets more by its size. 100 seconds unless set.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long one request may take altogether: its tries, its redirects, its waits for rate limits. 12 minutes unless set.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromMinutes(12);

    /// <summary>How long one request may wait for rate limits altogether; beyond that it fails. 5 minutes unless set.</summary>
    public TimeSpan LongestLimitWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The least time between the end of one change and the start of the next, as GitHub asks for. 1 second unless set; 0 for a server of one's own.
    /// </summary>
    public TimeSpan PauseBetweenWrites { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long nothing has to be asked until the same is asked for again: within one look, and while nothing is changed, an answer counts.
    /// 0 unless set, which asks every time.
    /// </summary>
    public TimeSpan LookEndsAfter { get; init; } = TimeSpan.Zero;

    /// <summary>The wait before a failed request is tried again; doubles each time, and varies by half. 1 second unless set.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Is told each wait for a rate limit and each repeated request, one line, without secrets. Does nothing unless set.</summary>
    public Action<string> Notice { get; init; } = _ => { };

    /// <summary>
    /// The App whose account writes for us in CI, by its name in its address, as the settings name it; <c>null</c> where they name none. Asked when the text
    /// of a bot would count.
    /// </summary>
    public Func<CancellationToken, Task<string?>> App { get; init; } = _ => Task.FromResult<string?>(null);

    /// <summary>Puts something between the last of our handlers and the network, such as a watcher that compares requests with GitHub's description.</summary>
    internal Func<HttpMessageHandler, HttpMessageHandler> Wire { get; init; } = network => network;
}
