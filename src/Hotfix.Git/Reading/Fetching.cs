using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Git.Parsing;

namespace Hotfix.Git.Reading;

/// <summary>Brings branches and tagged commits of a remote into the object store; connects only for what is missing.</summary>
internal sealed class Fetching(GitCommandLine git, GitLocation location, FetchRequest request)
{
    // Each step asks for more than all before it; what is left then is fetched whole.
    private static readonly string[] Depths = ["--deepen=50", "--deepen=500", "--deepen=5000", "--unshallow"];

    // git's client looks through all refs for each refspec: 500 tags take it half a second, 2,000 take seven, and one pattern for all of them takes less than
    // one.
    private const int FewTags = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        MissingRef[] missing = await ListMissingAsync(cancellationToken);
        if (missing.Count(one => one.IsTag) > FewTags)
        {
            await FetchManyAsync(cancellationToken);
            missing = await ListMissingAsync(cancellationToken);
        }

        if (missing.Length > 0)
        {
            await FetchMissingAsync(missing, cancellationToken);
            await VerifyAsync(cancellationToken);
        }

        foreach (string depth in Depths)
        {
            if (!location.IsShallow || await new ShallowHistory(git, location).IsEnoughAsync(request, cancellationToken))
                return;

            await FetchAsync([.. request.Branches.Keys.Select(request.RefSpec), .. request.Tags.Select(RefOf)], [depth], cancellationToken);
        }
    }

    /// <summary>
    /// In a shallow clone, a commit that nothing here leads to would come with all of its history: it is cut off right there, and the deepening takes
    /// as much as is needed. What was here before is never cut: no history in this clone goes through a commit that it does not have.
    /// </summary>
    private async Task FetchMissingAsync(MissingRef[] missing, CancellationToken cancellationToken)
    {
        MissingRef[] plain = location.IsShallow ? [.. missing.Where(one => !one.IsUnconnected)] : missing;
        if (plain.Length > 0)
        {
            await FetchAsync(plain.Select(one => one.RefSpec), [], cancellationToken);
            missing = plain.Length == missing.Length ? [] : [.. (await ListMissingAsync(cancellationToken)).Where(one => one.IsUnconnected)];
        }

        if (missing.Length > 0)
            await FetchAsync(missing.Select(one => one.RefSpec), ["--depth=1"], cancellationToken);
    }

    /// <summary>
    /// The objects of all tags of one beginning; git-fetch(1) <c>--dry-run</c> brings them and leaves the refs alone, and a pattern needs a destination.
    /// Where so many tags are compared, nearly all history is needed: a shallow clone gets it in the same request.
    /// </summary>
    private async Task FetchManyAsync(CancellationToken cancellationToken)
    {
        string beginning = request.Tags.Select(tag => tag.Name).Aggregate(CommonBeginning);
        string pattern = $"refs/tags/{beginning}*:refs/hotfix/unused/{beginning}*";
        await FetchAsync([pattern], location.IsShallow ? ["--dry-run", "--unshallow"] : ["--dry-run"], cancellationToken);
    }

    private static string CommonBeginning(string one, string other) => one[..one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count()];

    /// <summary>Branches whose tracking ref is not where the remote's is, and tags whose commit is not here.</summary>
    private async Task<MissingRef[]> ListMissingAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> present = await Objects.ResolveAsync(
            git,
            [.. request.Branches.Keys.Select(request.TrackingRef), .. request.Branches.Values.Select(Peel), .. request.Tags.Select(tag => Peel(tag.Commit))],
            cancellationToken
        );
        return
        [
            .. request
                .Branches.Where(branch =>
                    !present.ContainsKey(Peel(branch.Value)) || present.GetValueOrDefault(request.TrackingRef(branch.Key)) != branch.Value.Value
                )
                .Select(branch => new MissingRef(
                    request.RefSpec(branch.Key),
                    IsTag: false,
                    !present.ContainsKey(Peel(branch.Value)) && !present.ContainsKey(request.TrackingRef(branch.Key))
                )),
            .. request.Tags.Where(tag => !present.ContainsKey(Peel(tag.Commit))).Select(tag => new MissingRef(RefOf(tag), IsTag: true, IsUnconnected: true)),
        ];
    }

    private async Task FetchAsync(IEnumerable<string> refSpecs, string[] options, CancellationToken cancellationToken)
    {
        GitCall call = GitCall.ToRemote([
            "fetch",
            "--quiet",
            "--no-tags",
            "--no-prune",
            "--no-write-fetch-head",
            "--no-auto-maintenance",
            "--no-recurse-submodules",
            .. options,
            "--stdin",
            request.Remote,
        ]) with
        {
            StandardInput = string.Join('\n', refSpecs) + "\n",
        };
        GitResult result = await git.RunAsync(call, cancellationToken);
        if (!result.IsSuccess)
        {
            await RequireUnmovedAsync(cancellationToken);
            throw new HotfixException(
                "HF2014",
                what: $"Fetching from '{request.Remote}' failed; no branch and no file of yours was changed.",
                why: result.Evidence,
                next: $"Run 'git fetch {request.Remote}' by hand; if a stale tracking ref is in the way, 'git remote prune {request.Remote}' removes it."
            );
        }
    }

    /// <summary>A fetch fails when one of its refs was deleted since it was listed; then it is the list that is old.</summary>
    private async Task RequireUnmovedAsync(CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(GitCall.ToRemote("ls-remote", request.Remote), cancellationToken);
        if (!result.IsSuccess)
            return;

        LsRemoteOutput now = LsRemoteOutput.Parse(result.Output);
        foreach ((BranchName branch, CommitSha tip) in request.Branches.Where(branch => !now.Branches.ContainsKey(branch.Key)))
            throw Moved($"branch '{branch}'", tip, "it is gone");

        foreach (RemoteTag tag in request.Tags.Where(tag => now.Tags.All(other => other.Name != tag.Name)))
            throw Moved($"tag '{tag.Name}'", tag.Commit, "it is gone");
    }

    private HotfixException Moved(string what, CommitSha tip, string now) =>
        new(
            MovingRefs.Code,
            what: $"The {what} of '{request.Remote}' changed while it was being read; nothing was changed here.",
            why: $"The remote had it at {tip}, and a moment later {now}.",
            next: "Run the same command again."
        );

    private async Task VerifyAsync(CancellationToken cancellationToken)
    {
        IReadOnlySet<CommitSha> present = await Objects.PresentAsync(git, request.Branches.Values, cancellationToken);
        foreach ((BranchName branch, CommitSha tip) in request.Branches.Where(branch => !present.Contains(branch.Value)))
            throw Moved($"branch '{branch}'", tip, "no longer gave that commit");
    }

    private static string RefOf(RemoteTag tag) => $"refs/tags/{tag.Name}";

    private static string Peel(CommitSha commit) => $"{commit}^{{commit}}";

    /// <summary>What has to be asked for.</summary>
    /// <param name="RefSpec">As git-fetch(1) takes it.</param>
    /// <param name="IsTag">A tag, not a branch.</param>
    /// <param name="IsUnconnected">Its commit is not here, and neither is an older one of the same branch.</param>
    private readonly record struct MissingRef(string RefSpec, bool IsTag, bool IsUnconnected);
}
