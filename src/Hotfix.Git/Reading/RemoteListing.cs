using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Parsing;

namespace Hotfix.Git.Reading;

/// <summary>Asks a remote for its refs: one connection.</summary>
internal static class RemoteListing
{
    public static async Task<RemoteRefs> ReadAsync(GitCommandLine git, SelectedRemote remote, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(GitCall.ToRemote("ls-remote", "--symref", remote.Name), cancellationToken);
        if (!result.IsSuccess)
            throw Unreachable(remote, result);

        LsRemoteOutput refs = LsRemoteOutput.Parse(result.Output);
        return new RemoteRefs(remote.Name, remote.Url, refs.DefaultBranch, refs.Branches, refs.Tags);
    }

    /// <summary>Asks again for one branch, after a push whose answer needs an explanation.</summary>
    public static async Task<CommitSha?> ReadBranchAsync(GitCommandLine git, SelectedRemote remote, BranchName branch, CancellationToken cancellationToken)
    {
        LsRemoteOutput refs = await ReadOneAsync(git, remote, [branch.RefName], cancellationToken);
        return refs.Branches.TryGetValue(branch, out CommitSha tip) ? tip : null;
    }

    /// <summary>Asks again for one tag, after a push whose answer needs an explanation.</summary>
    public static async Task<RemoteTag?> ReadTagAsync(GitCommandLine git, SelectedRemote remote, ReleaseTag tag, CancellationToken cancellationToken)
    {
        LsRemoteOutput refs = await ReadOneAsync(git, remote, [tag.RefName, $"{tag.RefName}^{{}}"], cancellationToken);
        return refs.Tags.FirstOrDefault(found => found.Name == tag.Name);
    }

    private static async Task<LsRemoteOutput> ReadOneAsync(GitCommandLine git, SelectedRemote remote, string[] patterns, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(GitCall.ToRemote(["ls-remote", remote.Name, .. patterns]), cancellationToken);
        return result.IsSuccess ? LsRemoteOutput.Parse(result.Output) : throw Unreachable(remote, result);
    }

    private static HotfixException Unreachable(SelectedRemote remote, GitResult result) =>
        new(
            "HF2013",
            what: $"The remote '{remote.Name}' ({remote.Url}) did not answer.",
            why: result.Evidence,
            next: $"Run 'git ls-remote {remote.Name}': check the address, the network, and who you are to it."
        );
}
