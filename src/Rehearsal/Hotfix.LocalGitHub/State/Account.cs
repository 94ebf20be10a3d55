namespace Hotfix.LocalGitHub.State;

/// <summary>A user, or an App's own account, by its login; tokens point at it.</summary>
internal sealed record Account(long Id, string Login)
{
    /// <summary>What GitHub puts behind the name of an App; no person's login has brackets.</summary>
    private const string BotSuffix = "[bot]";

    public bool IsBot => Login.EndsWith(BotSuffix, StringComparison.Ordinal);

    /// <summary>As GraphQL writes an author: an App's without the suffix.</summary>
    public string ShortLogin => IsBot ? Login[..^BotSuffix.Length] : Login;

    public string Email => $"{Id}+{Login}@users.noreply.localhost";
}
