#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>A repository: what is checked out, and where it comes from.</summary>
/// <param name="protocol">How the remote is reached; <c>null</c> without a remote that could be read.</param>
/// <param name="endpoint">Host of the remote.</param>
/// <param name="identifier"><c>owner/name</c> at that host.</param>
/// <param name="branch">Branch that is checked out; <c>null</c> when none is.</param>
/// <param name="localDirectory">Folder of the work tree.</param>
/// <param name="head">What HEAD holds: a full ref, or a commit.</param>
/// <param name="commit">Commit that is checked out, 40 hex digits.</param>
/// <param name="tags">Tags of that commit.</param>
/// <param name="remoteName">Name of the remote that the branch follows.</param>
/// <param name="remoteBranch">Branch there that it follows.</param>
public class GitRepository(
    GitProtocol? protocol,
    string endpoint,
    string identifier,
    string branch,
    AbsolutePath localDirectory,
    string head,
    string commit,
    IReadOnlyCollection<string> tags,
    string remoteName,
    string remoteBranch
)
{
    /// <summary>How the remote is reached; <c>null</c> without a remote that could be read.</summary>
    public GitProtocol? Protocol { get; } = protocol;

    /// <summary>Host of the remote, such as <c>github.com</c>; <c>null</c> without one.</summary>
    public string Endpoint { get; } = endpoint;

    /// <summary><c>owner/name</c> at that host; <c>null</c> without a remote.</summary>
    public string Identifier { get; } = identifier;

    /// <summary>Branch that is checked out; <c>null</c> when none is.</summary>
    public string Branch { get; } = branch;

    /// <summary>Folder of the work tree; <c>null</c> for one that is known by its address only.</summary>
    public AbsolutePath LocalDirectory { get; } = localDirectory;

    /// <summary>What HEAD holds: a full ref, or a commit.</summary>
    public string Head { get; } = head;

    /// <summary>Commit that is checked out, 40 hex digits; <c>null</c> before the first.</summary>
    public string Commit { get; } = commit;

    /// <summary>Tags of that commit; empty when it has none.</summary>
    public IReadOnlyCollection<string> Tags { get; } = tags;

    /// <summary>Remote that the branch follows, else the first one; <c>null</c> without remotes.</summary>
    public string RemoteName { get; } = remoteName;

    /// <summary>Branch there that it follows; <c>null</c> when it follows none.</summary>
    public string RemoteBranch { get; } = remoteBranch;

    /// <summary>Address over HTTPS; <c>null</c> without a remote.</summary>
    public string HttpsUrl => Identifier is null ? null : $"https://{Endpoint}/{Identifier}.git";

    /// <summary>Address over SSH; <c>null</c> without a remote.</summary>
    public string SshUrl => Identifier is null ? null : $"git@{Endpoint}:{Identifier}.git";

    /// <summary>Reads the repository that the folder lies in. Git is asked; nothing is changed.</summary>
    /// <exception cref="Exception">The folder lies in no repository.</exception>
    public static GitRepository FromLocalDirectory(AbsolutePath directory) => LocalRepository.Read(directory);

    /// <summary>Takes an address apart; nothing is asked.</summary>
    public static GitRepository FromUrl(string url, string branch = null)
    {
        (GitProtocol? protocol, string endpoint, string identifier) = RemoteAddress.Parse(url);
        return new GitRepository(protocol, endpoint, identifier, branch, null, null, null, [], null, null);
    }

    /// <summary>A copy that says another branch; nothing is checked out.</summary>
    public GitRepository SetBranch(string branch) => new(Protocol, Endpoint, Identifier, branch, LocalDirectory, Head, Commit, Tags, RemoteName, RemoteBranch);

    /// <summary>The address over HTTPS without its ending.</summary>
    public override string ToString() => Identifier is null ? LocalDirectory : $"https://{Endpoint}/{Identifier}";
}
