namespace Hotfix.LocalGitHub;

/// <summary>How the server is started.</summary>
public sealed record LocalGitHubOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// A Unix socket to listen on beside the port, for clients that send what is meant for github.com through one (<c>gh config set http_unix_socket</c>);
    /// <c>null</c> for none.
    /// </summary>
    public string? SocketPath { get; init; }

    /// <summary>Folder for the bare repositories; made when missing. <c>null</c> makes a temporary one that goes with the server.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Every timestamp in an answer comes from here.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How many times a pull request answers <c>mergeable: null</c> after its head or base moved; 1 unless set.</summary>
    public int MergeableDelay { get; init; } = 1;

    /// <summary>Gets each REST and GraphQL call with its bodies, before the answer goes out; <c>null</c> for nobody.</summary>
    public Action<ServedExchange>? Served { get; init; }

    /// <summary>Gets one line per request; <c>null</c> for silence.</summary>
    public Action<string>? Log { get; init; }
}
