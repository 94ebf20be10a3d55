using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Git;
using Hotfix.Pipeline.PullRequests;

namespace Hotfix.Pipeline.Adopting;

/// <summary>What the clone that is to get the hotfix path tells of its team's names; its remote is not asked.</summary>
internal sealed class TeamNames(string root)
{
    private readonly GitCommandLine _git = new(root);

    /// <summary>The pattern of the release tags that are here; <c>null</c> where there is none, or they do not tell.</summary>
    public async Task<TagPattern?> FindTagsAsync(HotfixConventions conventions, CancellationToken cancellationToken)
    {
        GitResult listed = await _git.RunAsync(["for-each-ref", "--format=%(objectname) %(refname:strip=2)", "refs/tags"], cancellationToken);
        RemoteTag[] tags =
        [
            .. listed
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', 2))
                .Where(parts => parts.Length == 2)
                .Select(parts => new RemoteTag(parts[1], CommitSha.Parse(parts[0]), CommitSha.Parse(parts[0]))),
        ];
        var releases = ReleaseTags.Of(conventions, tags, tagPrefix: null);
        return releases is { Refusal: null, Tags.Count: > 0 } ? new TagPattern(releases.Prefix) : null;
    }

    /// <summary>How pull requests are titled; <c>null</c> where nothing tells, and before the first commit.</summary>
    public async Task<TitlePattern?> FindTitleAsync(CancellationToken cancellationToken)
    {
        GitResult head = await _git.RunAsync(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"], cancellationToken);
        return head.IsSuccess
            ? await new TitleLook(new GitReader(_git)).FindAsync(HotfixConventions.Default, CommitSha.Parse(head.Line), cancellationToken)
            : null;
    }
}
