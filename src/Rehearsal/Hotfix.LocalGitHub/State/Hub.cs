using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hotfix.LocalGitHub.Faults;

namespace Hotfix.LocalGitHub.State;

/// <summary>Everything that the server knows: accounts, tokens and repositories.</summary>
internal sealed class Hub(LocalGitHubOptions options, string dataDirectory, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Token> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HostedRepository> _repositories = new(StringComparer.OrdinalIgnoreCase);
    private long _lastId = 1000;
    private int _waiting;

    public LocalGitHubOptions Options { get; } = options;

    public string DataDirectory { get; } = dataDirectory;

    public FaultList Faults { get; } = new();

    /// <summary>Is called before each request is answered; <c>null</c> for nobody.</summary>
    public Func<ArrivingRequest, Task>? Arriving { get; set; }

    /// <summary>Cancelled when the server stops.</summary>
    public CancellationToken Stopping { get; } = stopping;

    /// <summary>To the second, as GitHub's timestamps are.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(Options.TimeProvider.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>How many requests are being held back by a fault right now.</summary>
    public int Waiting => _waiting;

    public async Task WaitAsync(TimeSpan delay)
    {
        Task waited = Task.Delay(delay, Options.TimeProvider, Stopping);
        Interlocked.Increment(ref _waiting);
        await waited.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref _waiting);
    }

    public IEnumerable<HostedRepository> Repositories => _repositories.Values;

    public long NextId() => Interlocked.Increment(ref _lastId);

    public Account Account(string login) => _accounts.GetOrAdd(login, name => new Account(NextId(), name));

    public Account? FindAccount(string login) => _accounts.GetValueOrDefault(login);

    public Account? FindAccount(long id) => _accounts.Values.FirstOrDefault(account => account.Id == id);

    public Token AddToken(string login)
    {
        string random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        var token = new Token($"local_{login}_{random}", Account(login));
        _tokens[token.Value] = token;
        return token;
    }

    public Token? FindToken(string value) => _tokens.GetValueOrDefault(value);

    public void Add(HostedRepository repository)
    {
        if (!_repositories.TryAdd(repository.FullName, repository))
            throw new InvalidOperationException($"The repository '{repository.FullName}' is served already; nothing was changed.");
    }

    public HostedRepository? Find(string owner, string name) => _repositories.GetValueOrDefault($"{owner}/{name}");

    public HostedRepository? Find(long id) => _repositories.Values.FirstOrDefault(repository => repository.Id == id);
}
