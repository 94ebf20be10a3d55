using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Versions;

namespace Hotfix.Git.Reading;

/// <summary>Parts the releases among a remote's tags from the rest.</summary>
internal static class ReleaseTagReading
{
    public static async Task<RemoteRefs> ReadAsync(GitCommandLine git, RemoteRefs all, HotfixConventions conventions, CancellationToken cancellationToken)
    {
        RemoteTag[] tags = await WithoutTreesAsync(git, all.Tags, cancellationToken);
        string? tagPrefix = ReleaseTags.NeedsTagPrefix(conventions, tags) ? await TagPrefixAsync(git, all, cancellationToken) : null;
        var releases = ReleaseTags.Of(conventions, tags, tagPrefix);
        (ProductFolders? product, Refusal? unclear) = ProductFolders.Of(
            conventions.Product,
            conventions.ProductFolders,
            conventions is { Product: null, ProductFolders: null } ? [] : await FoldersAsync(git, all, cancellationToken)
        );
        all = all with { Product = product, ProductRefusal = unclear };
        return all with
        {
            Conventions = conventions,
            Tags = releases.Tags,
            OtherTags = [.. all.Tags.Except(releases.Tags)],
            TagPrefix = releases.Prefix,
            TagRefusal = releases.Refusal,
        };
    }

    // A tag may name a tree or a blob; the remote does not say so, this clone does where it has the object.
    private static async Task<RemoteTag[]> WithoutTreesAsync(GitCommandLine git, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken)
    {
        if (tags.Count == 0)
            return [];

        IReadOnlyDictionary<string, string> known = await Objects.ResolveAsync(
            git,
            tags.SelectMany(tag => new[] { tag.Commit.Value, $"{tag.Commit}^{{commit}}" }),
            cancellationToken
        );
        return [.. tags.Where(tag => !known.ContainsKey(tag.Commit.Value) || known.ContainsKey($"{tag.Commit}^{{commit}}"))];
    }

    private static async Task<string?> TagPrefixAsync(GitCommandLine git, RemoteRefs all, CancellationToken cancellationToken) =>
        await CommitAsync(git, all, cancellationToken) is { } commit ? (await VersionConfiguration.ReadAsync(git, commit, cancellationToken)).TagPrefix : null;

    private static async Task<string[]> FoldersAsync(GitCommandLine git, RemoteRefs all, CancellationToken cancellationToken) =>
        await CommitAsync(git, all, cancellationToken) is { } commit
            ? (await git.ReadAsync(["ls-tree", "-r", "-d", "-z", "--name-only", "--full-tree", commit.Value], cancellationToken)).Split(
                '\0',
                StringSplitOptions.RemoveEmptyEntries
            )
            : [];

    // Of the default branch as the remote has it; before that was fetched, of what is checked out.
    private static async Task<CommitSha?> CommitAsync(GitCommandLine git, RemoteRefs all, CancellationToken cancellationToken)
    {
        CommitSha? tip = all.DefaultBranch is { } branch ? all.Tip(branch) : null;
        IReadOnlyDictionary<string, string> found = await Objects.ResolveAsync(
            git,
            [.. tip is { } remote ? new[] { $"{remote}^{{commit}}" } : [], "HEAD^{commit}"],
            cancellationToken
        );
        return found.Count == 0 ? null : CommitSha.Parse(found.Values.First());
    }
}
