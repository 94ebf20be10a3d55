namespace Hotfix.LocalGitHub.State;

/// <summary>A credential and how much of its hourly rate limit is used.</summary>
internal sealed class Token(string value, Account account)
{
    public const int Limit = 5000;
    private readonly Lock _lock = new();
    private DateTimeOffset _windowEnds = DateTimeOffset.MinValue;
    private int _used;

    public string Value { get; } = value;

    public Account Account { get; } = account;

    public bool Expired { get; set; }

    /// <summary>
    /// What <c>X-OAuth-Scopes</c> says of a classic token; <c>null</c> for a fine-grained one, of which GitHub says nothing. They are shown, not enforced.
    /// </summary>
    public string? Scopes { get; set; } = "repo, workflow";

    /// <summary>
    /// Of an installation of an App: what it was granted, <c>contents</c> to <c>write</c> and so on; <c>null</c> for a token that may all that its account
    /// may.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Permissions { get; set; }

    /// <summary>Whether it may, as far as permissions go.</summary>
    public bool Has(string permission, string level) => Permissions is null || Http.Permissions.Has(Permissions, permission, level);

    /// <summary>Counts one request unless it is free of charge; answers what is used and when the window ends.</summary>
    public (int Used, DateTimeOffset Reset) Spend(DateTimeOffset now, int requests)
    {
        lock (_lock)
        {
            if (now >= _windowEnds)
                (_windowEnds, _used) = (now.AddHours(1), 0);

            _used += requests;
            return (_used, _windowEnds);
        }
    }
}
