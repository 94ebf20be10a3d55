namespace Hotfix.Git;

/// <summary>What git's own credential helpers know for an address.</summary>
/// <param name="UserName">May be empty.</param>
/// <param name="Password">A password or token. Never shown.</param>
internal sealed record GitCredential(string UserName, string Password)
{
    /// <summary>The user name alone.</summary>
    public override string ToString() => $"credential of '{UserName}'";
}
