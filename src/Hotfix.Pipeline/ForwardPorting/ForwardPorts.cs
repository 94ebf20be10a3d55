using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Hotfix.Pipeline.Telling;

namespace Hotfix.Pipeline.ForwardPorting;

/// <summary>Target <c>ForwardPort</c>: every debt that is meant, one after the other; only then the run stops or refuses, for all of them.</summary>
/// <param name="run">The run.</param>
/// <param name="teller">Keeps the hotfixes' threads.</param>
/// <param name="notNeeded">Why the fix is not carried over; <c>null</c> when it is.</param>
internal sealed class ForwardPorts(RunContext run, Teller teller, string? notNeeded)
{
    /// <summary>In the umbrella the hotfix of this run, else the one that a description names; <c>null</c> for all.</summary>
    private BranchName? Meant => run.Settings.Plan.IsUmbrella ? run.Snapshot?.Hotfix?.Name : run.Request.Branch;

    /// <summary>Whether the target was asked for by itself, or the umbrella's hotfix was released from a support line.</summary>
    public static bool IsDue(RunContext run) => !run.Settings.Plan.IsUmbrella || run.Snapshot is { OwesDefaultBranch: true, Hotfix: not null };

    /// <exception cref="HotfixException">HF4180 when a debt cannot be told, HF4181 when a decision could mean several, HF4182 when it means none.</exception>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        RemoteRefs remote = await services.GitReader.ReadRemoteAsync(run.Request.Remote, cancellationToken);
        IReadOnlyList<ForwardPortSeen> debts = await LookAsync(services, remote, cancellationToken);
        if (debts.Count == 0)
            run.Record.Found($"no fix is owed to {remote.DefaultBranch}{(Meant is { } hotfix ? $" by {hotfix}" : "")}");

        ForwardPortRequest request = await RequestAsync(services, cancellationToken);
        var target = new TargetRun(run);
        var ends = new List<TargetEnd<ForwardPortSeen>>();
        foreach (ForwardPortSeen seen in debts)
            ends.Add(await target.DecideAsync(new ForwardPortDefinition(request, seen), cancellationToken));

        Wait[] waits = [.. ends.SelectMany(end => end.Waits)];
        await TellAsync(services, remote, (debts, waits), cancellationToken);
        if (target.Conclude(waits, [.. ends.SelectMany(end => end.Refusals)]) is { } refused)
            throw refused;
    }

    // The threads of the hotfixes that this run was about; their issues say now how far each is.
    private async Task TellAsync(
        Services services,
        RemoteRefs remote,
        (IReadOnlyList<ForwardPortSeen> Debts, IReadOnlyList<Wait> Waits) what,
        CancellationToken cancellationToken
    )
    {
        foreach (Debt debt in what.Debts.Select(seen => seen.Debt).OfType<Debt>())
        {
            if (remote.Tags.FirstOrDefault(tag => tag.Name.Equals(debt.Tag.Name, StringComparison.OrdinalIgnoreCase)) is not { } tag)
                continue;

            var release = new DeployableRelease(tag.Release!, tag.Commit, Lane.Exceptional);
            var looked = new DeployLooked(remote, await services.GitReader.ReadWorkTreeAsync(cancellationToken), release);
            await teller.TellAsync(looked, seen => seen with { Waits = what.Debts.Count == 1 ? what.Waits : [] }, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<ForwardPortSeen>> LookAsync(Services services, RemoteRefs remote, CancellationToken cancellationToken)
    {
        var reader = new ForwardPortReader(services.GitReader, services.Patches, services.RequiredGitHub);
        BranchName main = remote.DefaultBranch ?? throw new HotfixException(NoDefaultBranch(remote));
        var into = new BranchTip(main, remote.Tip(main) ?? throw new HotfixException(NoDefaultBranch(remote)));
        IReadOnlyList<Issue> open = await services.Issues.ListAsync(Debt.Label, includeClosed: false, cancellationToken);
        Issue[] issues = Select([.. open.Where(issue => DebtIssue.Read(issue) is not { } debt || !remote.IsOfAnother(debt.Tag))]);
        var seen = new List<ForwardPortSeen>();
        foreach (Issue issue in issues)
            seen.Add(await reader.ReadAsync(issue, remote, into, cancellationToken));

        return seen;
    }

    // Oldest first: what was owed first is carried over first.
    private Issue[] Select(IReadOnlyList<Issue> open)
    {
        Issue[] issues = [.. open.Where(IsMeant).OrderBy(issue => issue.Number)];
        if (notNeeded is null || issues.Length == 1)
            return issues;

        string known = string.Join(", ", open.Select(issue => $"#{issue.Number} '{issue.Title}'"));
        throw issues.Length == 0
            ? new HotfixException(
                "HF4182",
                what: "There is no debt that --not-needed could be about; nothing was changed.",
                why: known.Length > 0 ? $"Open are {known}." : "No fix is owed.",
                next: "Name the hotfix with --description, as it was named when it began."
            )
            : new HotfixException(
                "HF4181",
                what: $"--not-needed could be about {issues.Length} fixes; nothing was changed.",
                why: $"Open are {known}.",
                next: "Name the hotfix: --description \"…\", as it was named when it began."
            );
    }

    private bool IsMeant(Issue issue) =>
        Meant is not { } hotfix
        || DebtIssue.Read(issue)?.HotfixBranch is { } branch
            && (
                branch == hotfix
                || branch.Value.StartsWith(hotfix.Value + "-", StringComparison.Ordinal) && branch.Value[(hotfix.Value.Length + 1)..].All(char.IsAsciiDigit)
            );

    private async Task<ForwardPortRequest> RequestAsync(Services services, CancellationToken cancellationToken)
    {
        DateTimeOffset now = run.Settings.Time.GetUtcNow();
        string? who = notNeeded is null ? null : await services.RequiredGitHub.Repositories.ReadLoginAsync(cancellationToken) ?? "an App";
        return new ForwardPortRequest(notNeeded is null ? null : $"{who}, {now:yyyy-MM-dd}: {notNeeded.ReplaceLineEndings(" ")}", run.Request.Reviewers, now);
    }

    private static Refusal NoDefaultBranch(RemoteRefs remote) =>
        new(
            "HF4183",
            What: $"Remote {remote.Remote} does not say which branch is its default, or lacks it; nothing was changed.",
            Why: remote.BranchesInWords,
            Next: "Set the default branch in the repository's settings."
        );
}
