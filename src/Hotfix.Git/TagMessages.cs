using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Reading;

namespace Hotfix.Git;

/// <summary>Reads the messages of a remote's annotated tags through git's command line.</summary>
/// <param name="git">Stands in the clone.</param>
internal sealed class TagMessages(GitCommandLine git)
{
    /// <summary>The message of a tag of the remote; empty for a lightweight one. Connects only when the tag object is not here; makes no local tag.</summary>
    /// <exception cref="HotfixException">HF2002 when the tag cannot be fetched or read.</exception>
    public async Task<string> ReadAsync(RemoteRefs remote, RemoteTag tag, CancellationToken cancellationToken)
    {
        if (!tag.IsAnnotated)
            return "";

        string name = tag.ObjectSha.Value;
        if ((await Objects.ResolveAsync(git, [name], cancellationToken)).Count == 0)
        {
            GitResult fetched = await git.RunAsync(
                GitCall.ToRemote(
                    "fetch",
                    "--quiet",
                    "--no-tags",
                    "--no-prune",
                    "--no-write-fetch-head",
                    "--no-recurse-submodules",
                    remote.Remote,
                    $"refs/tags/{tag.Name}"
                ),
                cancellationToken
            );
            if (!fetched.IsSuccess)
                throw GitErrors.Failed(fetched);
        }

        // git-mktag(1): headers, an empty line, the message.
        string content = await git.ReadAsync(["cat-file", "tag", name], cancellationToken);
        int end = content.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? "" : content[(end + 2)..];
    }
}
