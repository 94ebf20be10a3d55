using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Git;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Lanes;

/// <summary>Looks at production and at the standard base before a hotfix has a pull request; afterwards that one says which way it goes.</summary>
internal sealed class StartLook(GitReader git, ProductionLook production, LaneLook lane)
{
    private const int ShownCommits = 5;
    private (ProductionFacts Production, LaneFacts? Lane)? _seen;

    /// <summary>That of a run. Which version the base would have is said only where it is asked for: it takes half a second.</summary>
    internal static StartLook Of(Services services, HotfixRequest request, bool withVersion = false) =>
        new(
            services.GitReader,
            new ProductionLook(services.Deployments, services.Variables, services.Workflows),
            new LaneLook(services.GitReader, services.RequiredGitHub, services.Issues, withVersion ? services.Versions : null, request.RequiredChecks)
        )
        {
            Health = AskHealthAsync,
        };

    /// <summary>Asks a health address; <c>null</c> where nothing can.</summary>
    public Func<Uri, CancellationToken, Task<string>>? Health { get; init; }

    /// <summary>One look; what GitHub and production say is asked once for all looks of a run.</summary>
    /// <exception cref="HotfixException">HF4008 when <c>--base</c> names nothing at the remote, and what git and GitHub throw.</exception>
    public async Task<LaneSituation> ReadAsync(HotfixRequest request, RemoteRefs remote, BranchName standardBase, CancellationToken cancellationToken)
    {
        LaneChoice choice = ChoiceOf(request);
        _seen ??= await AskAsync(request, remote, standardBase, cancellationToken);
        ProductionAnswer answer = ProductionAssessment.Assess(_seen.Value.Production);
        bool isExceptional = choice == LaneChoice.Exceptional && answer is ProductionAnswer.Known;
        return new LaneStart(choice, standardBase, answer)
        {
            Facts = _seen.Value.Lane,
            Support = isExceptional ? await new SupportBranchLook(git).ReadAsync(remote, (ProductionAnswer.Known)answer, cancellationToken) : null,
            NamedSupport = request.BaseBranch is { } named && request.Conventions.Support.LineOf(named) is not null ? named : null,
            LacksBuild =
                isExceptional && request.WorktreePath is null && _seen.Value.Lane is { } lanes
                    ? await BuildLook.LackingAsync(git, request.BuildFolder, lanes.BaseTip, lanes.Production, cancellationToken)
                    : null,
            Numbering =
                isExceptional && !request.IsNumberOurs && _seen.Value.Lane is { } seen
                    ? await new NumberingLook(git).FindAsync(request.Release.Strategy, seen.BaseTip, cancellationToken)
                    : null,
            Tags = remote.Tags,
            Command = request.Description is null ? "./build.sh Hotfix" : $"./build.sh Hotfix --description \"{ShellText.Quoted(request.Description)}\"",
        }.Decide(LanePolicy.Default);
    }

    /// <summary>What <c>--lane</c> asks for; <c>--base support/1.4</c> asks for the exceptional lane, too.</summary>
    public static LaneChoice ChoiceOf(HotfixRequest request) =>
        request.BaseBranch is { } named && request.Conventions.Support.LineOf(named) is not null ? LaneChoice.Exceptional : request.Lane;

    private async Task<(ProductionFacts Production, LaneFacts? Lane)> AskAsync(
        HotfixRequest request,
        RemoteRefs remote,
        BranchName standardBase,
        CancellationToken cancellationToken
    )
    {
        (string, string)? health =
            request.Production.HealthUrl is { } address && Health is not null ? (ShownAddress.Of(address), await Health(address, cancellationToken)) : null;
        ProductionFacts facts = await production.ReadAsync(request.Production, remote, health, cancellationToken);
        if (request.Lane == LaneChoice.Exceptional && await ConfirmedAsync(request, remote, cancellationToken) is { } confirmed)
            facts = facts with { Confirmed = confirmed, Difference = await DifferenceAsync(confirmed, facts, remote, standardBase, cancellationToken) };

        ProductionAnswer answer = ProductionAssessment.Assess(facts);
        ProductionAnswer.Known? known = answer as ProductionAnswer.Known ?? (answer as ProductionAnswer.Unknown)?.Assumed;
        LaneFacts? seen = known is null ? null : await lane.ReadAsync(remote, standardBase, known, cancellationToken);
        return (facts, request.Version is null || seen is null ? seen : seen with { Candidates = [] });
    }

    private async Task<IReadOnlyList<string>> DifferenceAsync(
        CommitSha confirmed,
        ProductionFacts facts,
        RemoteRefs remote,
        BranchName standardBase,
        CancellationToken cancellationToken
    )
    {
        if (facts.Claims.Select(claim => claim.Commit).FirstOrDefault(commit => commit is not null && commit != confirmed) is not { } claimed)
            return [];

        await git.FetchAsync(remote, [standardBase], [.. remote.Tags.Where(tag => tag.Commit == confirmed || tag.Commit == claimed)], cancellationToken);
        bool areHere = await git.ReadTreeAsync(confirmed, cancellationToken) is not null && await git.ReadTreeAsync(claimed, cancellationToken) is not null;
        return areHere
            ? [.. await OnlyInAsync('<', claimed, confirmed, cancellationToken), .. await OnlyInAsync('>', confirmed, claimed, cancellationToken)]
            : [];
    }

    private async Task<IEnumerable<string>> OnlyInAsync(char side, CommitSha tip, CommitSha excluded, CancellationToken cancellationToken)
    {
        IReadOnlyList<CommitSummary> commits = await git.ListCommitsAsync(excluded, tip, ShownCommits + 1, cancellationToken);
        return
        [
            .. commits.TakeLast(ShownCommits).Select(commit => $"{side} {commit.Sha.Short} {commit.Subject}"),
            .. commits.Count > ShownCommits ? [$"{side} and more"] : Array.Empty<string>(),
        ];
    }

    // In the exceptional lane --base confirms what production runs: a tag or a commit.
    private async Task<CommitSha?> ConfirmedAsync(HotfixRequest request, RemoteRefs remote, CancellationToken cancellationToken)
    {
        if (request.BaseBranch is not { } named || request.Conventions.Support.LineOf(named) is not null || remote.Tip(named) is not null)
            return null;

        CommitSha? commit = remote.Tag(named.Value)?.Commit
            ?? (
                CommitSha.TryParse(named.Value, out CommitSha whole)
                    ? whole
                    : remote.Tags.FirstOrDefault(tag => named.Value.Length >= 7 && tag.Commit.Value.StartsWith(named.Value, StringComparison.Ordinal))?.Commit
            );
        if (commit is null || await git.ReadTreeAsync(commit.Value, cancellationToken) is null && remote.Tags.All(tag => tag.Commit != commit))
        {
            throw new HotfixException(
                "HF4114",
                what: $"--base is '{named}', which names nothing that production could run; nothing was changed.",
                why: $"Remote {remote.Remote} has no tag of that name, and no commit of it is here.",
                next: "In the exceptional lane --base confirms the commit that production runs: --base v1.4.2, or its sha."
            );
        }

        return commit;
    }

    private static async Task<string> AskHealthAsync(Uri address, CancellationToken cancellationToken)
    {
        using var probe = new HealthProbe();
        return await probe.AskAsync(address, cancellationToken);
    }
}
