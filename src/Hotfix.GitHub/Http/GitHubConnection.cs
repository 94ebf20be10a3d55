using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Hotfix.GitHub.Json;
using Hotfix.GitHub.Trust;
using Octokit;
using Octokit.Internal;

namespace Hotfix.GitHub.Http;

/// <summary>
/// The one way to GitHub: Octokit's calls, raw ones and streams pass the same handlers, which retry, wait, ask conditionally, count, and guard the
/// credential.
/// </summary>
internal sealed class GitHubConnection : IDisposable
{
    private readonly Credential _credential;
    private readonly ServerClock _clock;
    private readonly HttpMessageHandler _handlers;
    private readonly OctokitTransport _transport;
    private readonly OnceHandler _once;
    private readonly WritePace _pace;
    private readonly SharedPause _pause;

    /// <param name="address">Where the API is.</param>
    /// <param name="credential">Gives the token; called once, and again with <c>true</c> when GitHub refuses it. Empty means none.</param>
    /// <param name="time">For every wait.</param>
    /// <param name="options">Patience; <c>null</c> for the defaults.</param>
    public GitHubConnection(
        GitHubAddress address,
        Func<bool, CancellationToken, Task<string>> credential,
        TimeProvider time,
        GitHubConnectionOptions? options = null
    )
    {
        Address = address;
        Time = time;
        _clock = new ServerClock(time);
        Options = options ?? new GitHubConnectionOptions();
        _credential = new Credential(credential);
        Authors = new Authors(this);
        _pace = new WritePace(time, Options.PauseBetweenWrites);
        _pause = new SharedPause(time);
        _once = new OnceHandler(Time, Options.LookEndsAfter);
        _handlers = Chain(Version);
        _transport = new OctokitTransport(_handlers);
        Streams = new HttpClient(_handlers, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

        // GitHubClient's own constructors would rewrite the address; our CredentialHandler, not Octokit, sends the token.
        Octokit = new GitHubClient(
            new Connection(
                new ProductHeaderValue("hotfix", Version),
                address.Api,
                new InMemoryCredentialStore(Credentials.Anonymous),
                _transport,
                new ApiSerializer()
            )
        );
    }

    /// <summary>Where the API is.</summary>
    public GitHubAddress Address { get; }

    /// <summary>What was sent so far.</summary>
    public Traffic Traffic { get; } = new();

    /// <summary>GitHub's time, by the newest answer; this machine's before the first.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>Whose words count.</summary>
    internal Authors Authors { get; }

    internal TimeProvider Time { get; }

    internal GitHubConnectionOptions Options { get; }

    internal GitHubClient Octokit { get; }

    /// <summary>For bodies that Octokit would hold in memory whole: uploads and logs.</summary>
    internal HttpClient Streams { get; }

    private static string Version { get; } =
        typeof(GitHubConnection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>What is asked from here on is asked anew: something has changed since this look began.</summary>
    public void LookAnew() => _once.Forget();

    /// <summary>Waits for the turn of a change that is made past this connection, a push of git's; it ends when the result is disposed of.</summary>
    public async Task<IDisposable> BeginWriteAsync(CancellationToken cancellationToken)
    {
        IDisposable turn = await _pace.BeginAsync(cancellationToken);
        try
        {
            await _pause.WaitAsync(cancellationToken);
            _once.Forget();
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Streams.Dispose();
        _transport.Dispose();
        _handlers.Dispose();
        _credential.Dispose();
        _pace.Dispose();
        _once.Dispose();
    }

    /// <summary>Whether GitHub has accepted the credential at least once, so that a refusal now means that it ran out.</summary>
    internal bool WasAccepted => _credential.WasAccepted;

    /// <summary>Takes every credential of this connection out of a text.</summary>
    internal string Redact(string text) => _credential.Redact(text);

    /// <summary>From the outside in. What is further in is repeated by what is further out.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Each handler disposes the next, Dispose the outermost.")]
    private HttpMessageHandler Chain(string version)
    {
        DelegatingHandler[] handlers =
        [
            new MaskHandler(),
            _once,
            new DeadlineHandler(Time, Options.OperationTimeout),
            new RedirectHandler(),
            new PaceHandler(_pace),
            new LimitHandler(Time, Options, Traffic, _pause),
            new RetryHandler(Time, Options, Traffic, _pause),
            new CredentialHandler(_credential, new TrustedHosts(Address.Api)),
            new HeadersHandler(version),
            new ConditionalHandler(),
            new TrafficHandler(Traffic, _clock, Address.Api),
        ];
        HttpMessageHandler inner = Options.Wire(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                UseCookies = false,
                UseProxy = !Address.Api.IsLoopback, // HTTP_PROXY would be asked for this very machine, too
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        );
        foreach (DelegatingHandler handler in handlers.Reverse())
        {
            handler.InnerHandler = inner;
            inner = handler;
        }

        return inner;
    }
}
