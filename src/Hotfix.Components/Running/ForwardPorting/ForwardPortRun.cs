using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.ForwardPorting;
using Hotfix.Pipeline.Running;
using Serilog;

namespace Hotfix.Components.Running.ForwardPorting;

/// <summary>One run of <c>ForwardPort</c>: looks at every debt that is meant, shows what is decided for each, and applies exactly that.</summary>
internal sealed class ForwardPortRun(IForwardPort build)
{
    private readonly HotfixRun _run = build.Run;

    /// <summary>Whether the target was asked for by itself, or the umbrella's hotfix was released from a support line.</summary>
    public static bool IsDue(IForwardPort build) =>
        build.ExecutionPlan.All(planned => planned.Name != nameof(IHotfix.Hotfix)) || build.Run.Snapshot is { OwesDefaultBranch: true, Hotfix: not null };

    /// <exception cref="HotfixException">HF4180 when a debt cannot be told, HF4181 when a decision could mean several, HF4182 when it means none.</exception>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        Services services = await _run.ServicesAsync(cancellationToken);
        RemoteRefs remote = await services.GitReader.ReadRemoteAsync(_run.Request.Remote, cancellationToken);
        IReadOnlyList<ForwardPortSeen> debts = await LookAsync(services, remote, cancellationToken);
        if (debts.Count == 0)
            _run.Record.Found(Stage.Release, [$"no fix is owed to {remote.DefaultBranch}{(Meant() is { } hotfix ? $" by {hotfix}" : "")}"]);

        ForwardPortRequest request = await RequestAsync(services, cancellationToken);
        var waits = new List<Wait>();
        var refusals = new List<Refusal>();
        foreach (ForwardPortSeen seen in debts)
        {
            switch (ForwardPortPlanner.Plan(request, seen))
            {
                case PlanResult.Waiting waiting:
                    waits.AddRange(waiting.Waits);
                    break;
                case PlanResult.Refused refused:
                    refusals.AddRange(refused.Refusals);
                    break;
                case PlanResult.Ready ready:
                    waits.AddRange(await ApplyAsync(services, ready, (request, seen), cancellationToken));
                    break;
            }
        }

        await TellAsync(services, remote, (debts, waits), cancellationToken);
        End(waits, refusals);
    }

    // The threads of the hotfixes that this run was about; their issues say now how far each is.
    private async Task TellAsync(Services services, RemoteRefs remote, (IReadOnlyList<ForwardPortSeen> Debts, IReadOnlyList<Wait> Waits) what, CancellationToken cancellationToken)
    {
        if (build.DryRun)
            return;

        foreach (Debt debt in what.Debts.Select(seen => seen.Debt).OfType<Debt>())
        {
            if (remote.Tags.FirstOrDefault(tag => tag.Name.Equals(debt.Tag.Name, StringComparison.OrdinalIgnoreCase)) is not { } tag)
                continue;

            var looked = new DeployLooked(remote, await services.GitReader.ReadWorkTreeAsync(cancellationToken), new DeployableRelease(ReleaseTag.TryParse(tag.Name)!, tag.Commit, Lane.Exceptional));
            await _run.Teller.TellAsync(looked, seen => seen with { Waits = what.Debts.Count == 1 ? what.Waits : [] }, cancellationToken);
        }
    }

    private void End(List<Wait> waits, List<Refusal> refusals)
    {
        if (waits.Count > 0)
            _run.Stop(waits);

        if (refusals.Count == 0)
            return;

        _run.Record.Refusals = refusals;
        foreach (Refusal refusal in refusals.Skip(1))
            Log.Error("{Refusal:l}", refusal.ToString());

        throw new HotfixException(refusals[0]);
    }

    /// <summary>What is waited for once it is applied.</summary>
    private async Task<IReadOnlyList<Wait>> ApplyAsync(
        Services services, PlanResult.Ready ready, (ForwardPortRequest Request, ForwardPortSeen Seen) what, CancellationToken cancellationToken)
    {
        if (build.DryRun)
        {
            _run.Record.Rehearse(Stage.Release, ready);
            return [];
        }

        RunRecord.Show(ready);
        var runner = new ForwardPortRunner(services.Picking, services.GitWriter, services.GitHubWriter, new DebtRunner(services.Issues, services.Comments));
        var waits = new List<Wait>();
        foreach (PlanStep step in ready.Steps)
        {
            Outcome outcome = await runner.ApplyAsync(step, cancellationToken);
            _run.Record.Add(outcome);
            if (step is not PlanStep.CloseDebt)
                waits.Add(ForwardPortPlanner.WaitFor(what.Request, what.Seen, Name(step, outcome, what.Seen), Conflicts(step, what.Seen)));
        }

        return waits;
    }

    private static string Name(PlanStep step, Outcome outcome, ForwardPortSeen seen) => step is PlanStep.AddLabels
        ? $"#{seen.PullRequest!.Number} ({seen.PullRequest.Url})"
        : outcome.Evidence;

    private static IReadOnlyList<string> Conflicts(PlanStep step, ForwardPortSeen seen) =>
        step is PlanStep.CarryOver or PlanStep.OpenPullRequest || seen.PullRequest is { IsDraft: true } ? seen.Preview?.Conflict?.Files ?? [] : [];

    private async Task<IReadOnlyList<ForwardPortSeen>> LookAsync(Services services, RemoteRefs remote, CancellationToken cancellationToken)
    {
        var reader = new ForwardPortReader(services.GitReader, services.Patches, services.RequiredGitHubReader);
        BranchName main = remote.DefaultBranch ?? throw new HotfixException(NoDefaultBranch(remote));
        var into = new BranchTip(main, remote.Tip(main) ?? throw new HotfixException(NoDefaultBranch(remote)));
        Issue[] issues = Select([.. (await services.Issues.ListAsync(Debt.Label, includeClosed: false, cancellationToken)).Where(issue => DebtIssue.Read(issue) is not { } debt || !remote.IsOfAnother(debt.Tag))]);
        var seen = new List<ForwardPortSeen>();
        foreach (Issue issue in issues)
            seen.Add(await reader.ReadAsync(issue, remote, into, cancellationToken));

        return seen;
    }

    // Oldest first: what was owed first is carried over first.
    private Issue[] Select(IReadOnlyList<Issue> open)
    {
        Issue[] issues = [.. open.Where(IsMeant).OrderBy(issue => issue.Number)];
        if (build.NotNeeded is null || issues.Length == 1)
            return issues;

        string known = string.Join(", ", open.Select(issue => $"#{issue.Number} '{issue.Title}'"));
        throw issues.Length == 0
            ? new HotfixException("HF4182", what: "There is no debt that --not-needed could be about; nothing was changed.", why: known.Length > 0 ? $"Open are {known}." : "No fix is owed.", next: "Name the hotfix with --description, as it was named when it began.")
            : new HotfixException("HF4181", what: $"--not-needed could be about {issues.Length} fixes; nothing was changed.", why: $"Open are {known}.", next: "Name the hotfix: --description \"…\", as it was named when it began.");
    }

    private bool IsMeant(Issue issue) => Meant() is not { } hotfix || DebtIssue.Read(issue)?.HotfixBranch is { } branch
        && (branch == hotfix || branch.Value.StartsWith(hotfix.Value + "-", StringComparison.Ordinal) && branch.Value[(hotfix.Value.Length + 1)..].All(char.IsAsciiDigit));

    /// <summary>In the umbrella the hotfix of this run, else the one that a description names; <c>null</c> for all.</summary>
    private BranchName? Meant() => build.ExecutionPlan.Any(planned => planned.Name == nameof(IHotfix.Hotfix)) ? _run.Snapshot?.Hotfix?.Name : _run.Request.Branch;

    private async Task<ForwardPortRequest> RequestAsync(Services services, CancellationToken cancellationToken)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        string? reason = RequestParser.Reason("--not-needed", build.NotNeeded);
        string? who = reason is null ? null : await services.RequiredGitHubReader.ReadLoginAsync(cancellationToken) ?? "an App";
        return new ForwardPortRequest(reason is null ? null : $"{who}, {now:yyyy-MM-dd}: {reason.ReplaceLineEndings(" ")}", _run.Request.Reviewers, now);
    }

    private static Refusal NoDefaultBranch(RemoteRefs remote) => new(
        "HF4183",
        What: $"Remote {remote.Remote} does not say which branch is its default, or lacks it; nothing was changed.",
        Why: $"It has {remote.Branches.Count} branches: {string.Join(", ", remote.Branches.Keys.Take(8))}.",
        Next: "Set the default branch in the repository's settings.");
}
