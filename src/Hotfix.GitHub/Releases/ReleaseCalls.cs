using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Releases;

/// <summary>Reads releases. Raw: Octokit's assets have no digest.</summary>
internal sealed class ReleaseCalls(GitHubApi api)
{
    private const int MostPages = 3;
    private const int Looks = 3;
    private PublishedRelease? _published;

    private Call All => new("list the releases", api.InRepository("releases?per_page=100"));

    /// <summary>The release of a tag, drafts included; <c>null</c> when there is none.</summary>
    public async Task<PublishedRelease?> FindAsync(ReleaseTag tag, CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _published, null) is { } published && published.TagName == tag.Name
            ? published
            : (await FindAnswerAsync(tag, cancellationToken))?.ToRelease();

    /// <summary>It was published here, and read back as the latest, a moment ago: the next look need not search the list for it.</summary>
    public void Published(PublishedRelease release) => Interlocked.Exchange(ref _published, release);

    /// <summary>Published releases that are no prereleases, of the 300 newest. REST: <c>GET …/releases</c>.</summary>
    public async Task<IReadOnlyList<PublishedRelease>> ListAsync(CancellationToken cancellationToken)
    {
        List<PublishedRelease> published = [];
        int pages = 0;
        await foreach (ReleaseAnswer[] page in api.PagesAsync<ReleaseAnswer[]>(All, cancellationToken))
        {
            published.AddRange(page.Select(release => release.ToRelease()).Where(release => release is { IsDraft: false, IsPrerelease: false }));
            if (++pages == MostPages)
                break;
        }

        return published;
    }

    /// <summary>What <c>/releases/latest</c> answers; <c>null</c> when nothing is published.</summary>
    public async Task<PublishedRelease?> ReadLatestAsync(CancellationToken cancellationToken)
    {
        var call = new Call("read the latest release", api.InRepository("releases/latest"));
        return (await api.FindAsync<ReleaseAnswer>(call, cancellationToken))?.ToRelease();
    }

    /// <summary>
    /// As <see cref="FindAnswerAsync"/>, for one that was drafted a moment ago: lists lag behind, so that one look is no proof that it is gone.
    /// </summary>
    public async Task<ReleaseAnswer?> WaitForAsync(ReleaseTag tag, CancellationToken cancellationToken)
    {
        for (int look = 1; ; look++)
        {
            ReleaseAnswer? found = await FindAnswerAsync(tag, cancellationToken);
            if (found is not null || look == Looks)
                return found;

            await Task.Delay(Backoff.After(api.Connection.Options.FirstBackoff, look), api.Connection.Time, cancellationToken);
        }
    }

    /// <summary>Drafts have no address of their own: they are looked for among the 300 newest. A published one is found by its tag, however old.</summary>
    public async Task<ReleaseAnswer?> FindAnswerAsync(ReleaseTag tag, CancellationToken cancellationToken)
    {
        int pages = 0;
        await foreach (ReleaseAnswer[] page in api.PagesAsync<ReleaseAnswer[]>(All, cancellationToken))
        {
            if (page.Where(release => release.TagName == tag.Name).MinBy(release => release.Draft) is { } found)
                return found;

            if (++pages == MostPages)
            {
                return await api.FindAsync<ReleaseAnswer>(
                    new Call($"read the release {tag}", api.InRepository($"releases/tags/{Call.Escape(tag.Name)}")),
                    cancellationToken
                );
            }
        }

        return null;
    }
}
