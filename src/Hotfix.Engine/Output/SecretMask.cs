namespace Nuke.Common.Execution;

/// <summary>Replaces the values of <c>[Secret]</c> parameters in everything that the engine prints and logs.</summary>
internal sealed class SecretMask
{
    public const string Replacement = "[REDACTED]";

    // A shorter value would blot out parts of ordinary words and so give itself away.
    private const int ShortestSecret = 4;

    private readonly Lock _lock = new();
    private string[] _secrets = [];

    public void Add(string secret)
    {
        if (secret.Length < ShortestSecret)
            return;

        lock (_lock)
        {
            // The longest first: one secret may contain another.
            if (!_secrets.Contains(secret))
                _secrets = [.. _secrets.Append(secret).OrderByDescending(known => known.Length)];
        }
    }

    public string Mask(string text)
    {
        foreach (string secret in _secrets)
            text = text.Replace(secret, Replacement, StringComparison.Ordinal);
        return text;
    }
}
