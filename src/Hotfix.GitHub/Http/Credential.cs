namespace Hotfix.GitHub.Http;

/// <summary>The token in use: asked for once, and once more when GitHub refuses it. Also takes it out of texts.</summary>
internal sealed class Credential(Func<bool, CancellationToken, Task<string>> source) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<string> _known = [];
    private string? _current;

    /// <summary>Whether a server took one of them.</summary>
    public bool WasAccepted { get; private set; }

    public void Accept() => WasAccepted = true;

    public async Task<string> ReadAsync(CancellationToken cancellationToken) => _current ?? await AskAsync(refused: null, cancellationToken);

    /// <summary>Another token than <paramref name="refused"/>; <c>null</c> when there is none.</summary>
    public async Task<string?> ReplaceAsync(string refused, CancellationToken cancellationToken)
    {
        string token = await AskAsync(refused, cancellationToken);
        return token == refused || token.Length == 0 ? null : token;
    }

    public string Redact(string text)
    {
        lock (_known)
            return _known.Aggregate(text, (shown, token) => shown.Replace(token, "***", StringComparison.Ordinal));
    }

    public void Dispose() => _gate.Dispose();

    private async Task<string> AskAsync(string? refused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // somebody else may have replaced it while we waited
            if (_current is not null && _current != refused)
                return _current;

            string token = (await source(refused is not null, cancellationToken)).Trim();
            Remember(token);
            return _current = token;
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Remember(string token)
    {
        lock (_known)
        {
            if (token.Length > 0 && !_known.Contains(token))
                _known.Add(token);
        }
    }
}
