namespace Nuke.Common.Git;

/// <summary>How a remote is reached.</summary>
public enum GitProtocol
{
    /// <summary><c>https://</c></summary>
    Https,

    /// <summary><c>git@host:</c> or <c>ssh://</c></summary>
    Ssh,
}
