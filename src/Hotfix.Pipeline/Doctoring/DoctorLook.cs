using System.Text.RegularExpressions;
using Hotfix.Core.Branching;
using Hotfix.Core.Conventions;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Core.Versions;
using Hotfix.GitHub.Repositories;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.PullRequests;
using Hotfix.Pipeline.Workflows;

namespace Hotfix.Pipeline.Doctoring;

/// <summary>Reads every fact that can be known beforehand, each by itself and each with an end: what fails is written down, and the rest goes on.</summary>
internal sealed partial class DoctorLook(DoctorSources sources, HotfixRequest request, TimeProvider time)
{
    private const int MostLines = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<DoctorFacts> ReadAsync(DoctorExpectations expected, CancellationToken cancellationToken)
    {
        Reading<string> version = await TakeAsync(sources.ReadGitVersionAsync, cancellationToken);
        Reading<RemoteRefs> answer = await TakeAsync(stop => sources.Git.ReadRemoteAsync(request.Remote, stop), cancellationToken);
        if (answer is not { Unreadable: null, Value: { } remote })
        {
            return await WithoutRemoteAsync(
                new DoctorFacts
                {
                    Now = time.GetUtcNow(),
                    Expected = expected,
                    GitVersion = version.Value ?? "",
                    NoRemote = answer.Unreadable,
                    NoGitHub = sources.NoGitHub,
                },
                cancellationToken
            );
        }

        BranchName main = remote.DefaultBranch ?? BranchName.Parse("main");
        var facts = new DoctorFacts
        {
            Now = time.GetUtcNow(),
            Expected = expected,
            Main = main,
            Web = Web(remote.Url),
            GitVersion = version.Value ?? "",
        };
        facts = facts with
        {
            TagRefusal = remote.TagRefusal ?? remote.ProductRefusal,
            Product = remote.Product,
            TagPrefix = remote.TagPrefix,
            Conventions = remote.Conventions,
            OtherBase = request.BaseBranch is null ? BranchingModel.OtherThanDefault(remote) : null,
        };
        facts = facts with { ObjectsWithoutGraph = (await TakeAsync(sources.CountWithoutGraphAsync, cancellationToken)).Value };
        facts = facts with
        {
            OnMain = remote.Tip(main) is { } tip
                ? await FilesAsync(remote, tip, cancellationToken)
                : Readings.Not<IReadOnlyList<WorkflowTriggers>>($"the remote has no {main}"),
        };
        facts = facts with { FoundTitle = await TitleAsync(remote, main, cancellationToken) };
        facts = facts with { NextVersion = await NextVersionAsync(remote, main, cancellationToken) };
        facts = facts with { OldVersionWords = await OldVersionWordsAsync(remote, main, cancellationToken) };
        return sources.GitHub is { } github ? await AskAsync(github, facts, remote, cancellationToken) : facts with { NoGitHub = sources.NoGitHub };
    }

    private async Task<DoctorFacts> WithoutRemoteAsync(DoctorFacts facts, CancellationToken cancellationToken) =>
        sources.GitHub is not { } github
            ? facts
            : facts with
            {
                Server = await TakeAsync(github.Preflight.GreetAsync, cancellationToken),
                Repository = await TakeAsync(github.Reader.Repositories.ReadAsync, cancellationToken),
            };

    /// <summary>The repository's page, for a remote of either kind.</summary>
    internal static string Web(string url) =>
        RemoteAddress().Match(url) is { Success: true } match
            ? $"{(match.Groups["scheme"].Value.StartsWith("http", StringComparison.Ordinal) ? match.Groups["scheme"].Value : "https")}://{match.Groups["host"].Value}/{match.Groups["path"].Value}"
            : url;

    // The reads do not wait for each other; the connection keeps to GitHub's limits.
    private async Task<DoctorFacts> AskAsync(DoctorGitHub github, DoctorFacts facts, RemoteRefs remote, CancellationToken cancellationToken)
    {
        Task<Reading<ServerGreeting>> server = TakeAsync(github.Preflight.GreetAsync, cancellationToken);
        Task<Reading<RepositorySettings>> repository = TakeAsync(github.Reader.Repositories.ReadAsync, cancellationToken);
        Task<Reading<BranchRules>> rules = TakeAsync(
            async stop => (await github.Reader.Rules.ReadAsync(facts.Main, stop)).With(request.RequiredChecks ?? []),
            cancellationToken
        );
        Task<Reading<IReadOnlyList<GitHubEnvironment>>> environments = TakeAsync(github.Environments.ListAsync, cancellationToken);
        Task<Reading<IReadOnlyList<WorkflowFile>>> workflows = TakeAsync(github.Workflows.ListAsync, cancellationToken);
        Task<Reading<IReadOnlyList<RefRule>>> refRules = TakeAsync(github.Preflight.ListRefRulesAsync, cancellationToken);
        Task<Reading<bool>> immutable = TakeAsync(stop => ImmutableAsync(github.Preflight, stop), cancellationToken);
        Task<Reading<IReadOnlyList<Issue>>> locks = TakeAsync(github.Gate.ListLocksAsync, cancellationToken);
        Task<Reading<IReadOnlyList<Issue>>> postMortems = TakeAsync(
            stop => github.Issues.ListAsync(PostMortemRecord.Label, includeClosed: false, stop),
            cancellationToken
        );
        Task<Reading<IReadOnlyList<string>>>? checks = remote.Tip(facts.Main) is { } tip
            ? TakeAsync(stop => CheckNamesAsync(github, tip, stop), cancellationToken)
            : null;
        Reading<ProductionAnswer> production = await TakeAsync(stop => ProductionAsync(github, remote, stop), cancellationToken);
        return await BehindProductionAsync(github, remote, facts with { Production = production }, cancellationToken) with
        {
            Server = await server,
            Repository = await repository,
            MainRules = await rules,
            ChecksOnMain = checks is null ? null : await checks,
            Environments = await environments,
            Workflows = await workflows,
            RefRules = await refRules,
            ImmutableReleases = await immutable,
            Locks = await locks,
            PostMortems = await postMortems,
        };
    }

    private static async Task<IReadOnlyList<string>> CheckNamesAsync(DoctorGitHub github, CommitSha tip, CancellationToken cancellationToken) =>
        [.. (await github.Reader.Checks.ListAsync(tip, cancellationToken)).Select(check => check.Name).Distinct()];

    /// <summary>What depends on the commit that production runs, and on git, whose fetches follow one another.</summary>
    private async Task<DoctorFacts> BehindProductionAsync(DoctorGitHub github, RemoteRefs remote, DoctorFacts facts, CancellationToken cancellationToken)
    {
        ProductionAnswer.Known? known = facts.Production?.Value as ProductionAnswer.Known ?? (facts.Production?.Value as ProductionAnswer.Unknown)?.Assumed;
        BranchName[] lines =
        [
            .. remote
                .Branches.Keys.Where(branch => remote.Conventions.Support.LineOf(branch) is not null)
                .OrderByDescending(branch => Newest(remote.Conventions.Support.LineOf(branch)!))
                .Take(MostLines),
        ];
        if (known is not null)
            lines = [.. lines.Append(remote.Conventions.Support.BranchOf(known.Tag.Version, remote.Branches.Keys)).Distinct()];

        Task<Reading<BranchRules>>[] rules = [.. lines.Select(line => TakeAsync(stop => github.Reader.Rules.ReadAsync(line, stop), cancellationToken))];
        Reading<IReadOnlyList<DebtFound>> debts = remote.Tip(facts.Main) is { } tip
            ? await TakeAsync(stop => github.Gate.ListDebtsAsync(remote, new BranchTip(facts.Main, tip), stop), cancellationToken)
            : Readings.Not<IReadOnlyList<DebtFound>>($"the remote has no {facts.Main}");
        return facts with
        {
            NumberedBy =
                known is null || request.IsNumberOurs || remote.Tip(facts.Main) is not { } here
                    ? null
                    : (await TakeAsync(stop => new NumberingLook(sources.Git).FindAsync(request.Release.Strategy, here, stop), cancellationToken)).Value,
            NextOnLine = known is null ? null : await NextOnLineAsync(known, remote, request.VersionScheme, cancellationToken),
            AtProduction = known is null ? null : await FilesAsync(remote, known.Commit, cancellationToken),
            LacksBuild =
                known is null || remote.Tip(facts.Main) is not { } newest
                    ? null
                    : (await TakeAsync(stop => BuildLook.LackingAsync(sources.Git, request.BuildFolder, newest, known.Commit, stop), cancellationToken)).Value,
            Debts = debts,
            LinesToMake = [.. lines.Where(line => remote.Tip(line) is null)],
            SupportRules = lines.Zip(await Task.WhenAll(rules)).ToDictionary(pair => pair.First, pair => pair.Second),
        };
    }

    // As the exceptional lane's release decides it.
    private static Task<Reading<string>> NextOnLineAsync(
        ProductionAnswer.Known known,
        RemoteRefs remote,
        VersionScheme scheme,
        CancellationToken cancellationToken
    ) =>
        TakeAsync(
            _ =>
            {
                BranchName line = remote.Conventions.Support.BranchOf(known.Tag.Version, remote.Branches.Keys);
                return remote.Conventions.Support.LineOf(line)?.Holds(known.Tag.Version) == true
                    ? Task.FromResult($"{ExceptionalVersion.Foretold(scheme, known.Tag, remote.Tags)} on {line}")
                    : throw new HotfixException(
                        "HF4304",
                        what: $"{line} does not hold {known.Tag}",
                        why: "Its pattern has other numbers.",
                        next: "Correct --support-pattern."
                    );
            },
            cancellationToken
        );

    private static (int, int) Newest(SupportLine line) => (line.Major, line.Minor ?? int.MaxValue);

    private async Task<ProductionAnswer> ProductionAsync(DoctorGitHub github, RemoteRefs remote, CancellationToken cancellationToken)
    {
        (string, string)? health = request.Production.HealthUrl is { } address
            ? (ShownAddress.Of(address), await DoctorSources.AskHealthAsync(address, cancellationToken))
            : null;
        return ProductionAssessment.Assess(await github.Production.ReadAsync(request.Production, remote, health, cancellationToken));
    }

    private static async Task<bool> ImmutableAsync(Preflight preflight, CancellationToken cancellationToken) =>
        await preflight.AreReleasesImmutableAsync(cancellationToken)
        ?? throw new HotfixException(
            "HF4211",
            what: "the answer 404 means no, or that this credential may not ask",
            why: "It needs 'administration: read'.",
            next: "Ask an administrator."
        );

    private async Task<TitlePattern?> TitleAsync(RemoteRefs remote, BranchName main, CancellationToken cancellationToken) =>
        remote.Tip(main) is not { } tip
            ? null
            : (await TakeAsync(stop => new TitleLook(sources.Git).FindAsync(request.Conventions, tip, stop), cancellationToken)).Value;

    private async Task<Reading<string>?> NextVersionAsync(RemoteRefs remote, BranchName main, CancellationToken cancellationToken) =>
        request.Release.Strategy == ReleaseStrategy.Publish && remote.TagRefusal is null && sources.Versions is { } versions && remote.Tip(main) is { } tip
            ? await TakeAsync(async stop => remote.TagPrefix + (await versions.CalculateAsync(tip, main, remote, stop)).MajorMinorPatch, cancellationToken)
            : null;

    private async Task<string?> OldVersionWordsAsync(RemoteRefs remote, BranchName main, CancellationToken cancellationToken)
    {
        if (request.Release.Strategy != ReleaseStrategy.Publish || sources.Versions is null || remote.Tip(main) is not { } tip)
            return null;

        return
            (
                await TakeAsync(
                    async stop =>
                    {
                        string? file = (await sources.Git.ListFilesAsync(tip, stop)).FirstOrDefault(VersionFiveWords.IsConfiguration);
                        IReadOnlyList<string> words = file is null ? [] : VersionFiveWords.In(await sources.Git.ReadFileAsync(tip, file, stop) ?? "");
                        return words.Count == 0 ? "" : $"{file} says {string.Join(", ", words)}";
                    },
                    cancellationToken
                )
            ).Value
                is { Length: > 0 } found
            ? found
            : null;
    }

    private async Task<Reading<IReadOnlyList<WorkflowTriggers>>> FilesAsync(RemoteRefs remote, CommitSha commit, CancellationToken cancellationToken) =>
        await TakeAsync<IReadOnlyList<WorkflowTriggers>>(
            async stop =>
            {
                await sources.Git.FetchAsync(
                    remote,
                    [.. remote.Branches.Where(branch => branch.Value == commit).Select(branch => branch.Key).Take(1)],
                    [.. remote.Tags.Where(tag => tag.Commit == commit).Take(1)],
                    stop
                );
                IReadOnlyList<string> paths = await sources.Git.ListFilesAsync(commit, stop);
                return [.. (await WorkflowFiles.ReadAsync(sources.Git, commit, paths, stop)).Select(file => WorkflowYaml.Read(file.Path, file.Text))];
            },
            cancellationToken
        );

    private static async Task<Reading<T>> TakeAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return Readings.Of(await read(patience.Token));
        }
        catch (HotfixException e)
        {
            return Readings.Not<T>($"{e.Refusal.What} {e.Refusal.Why}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Readings.Not<T>($"it took longer than {Patience.TotalMinutes:0} minute");
        }
    }

    [GeneratedRegex(@"^(?:(?<scheme>[a-z]+)://)?(?:[^@/]+@)?(?<host>[^/:]+(?::\d+(?=/))?)[:/](?<path>.+?)(?:\.git)?/?$", RegexOptions.CultureInvariant)]
    private static partial Regex RemoteAddress();
}
