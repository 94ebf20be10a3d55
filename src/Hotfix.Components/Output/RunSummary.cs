using Hotfix.Core.Releasing;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Output;

/// <summary>What a run ends with: the sha chain, what was found and done, what it cost, and whose move it is.</summary>
internal sealed class RunSummary(RunRecord record)
{
    /// <summary>The one line that is read when nothing else is.</summary>
    public string? LastLine =>
        record.Waits.Count > 0 ? $"Somebody's move: {string.Join(" | ", record.Waits)}"
        : record.Snapshot is null && record.Tests is { } tests ? tests.ToString()
        : record.Snapshot?.Release is { Release: { IsDraft: false } published } && record.Refusals.Count == 0
            ? $"Released: {published.TagName}, {published.Url}"
        : record.Conclusion;

    public void Print()
    {
        if (record.Snapshot is not { } snapshot)
            return;

        if (snapshot.Hotfix is { } hotfix)
            Log.Information("Hotfix {Branch:l} -> {Base:l}", hotfix.Name.Value, snapshot.BaseBranch.Value);

        IReadOnlyList<ShaLink> chain = ShaChain.Of(snapshot);
        if (chain.Count > 0)
            Log.Information("chain: {Chain:l}", string.Join(" -> ", chain.Select(link => $"{link.Name} {link.Sha.Short}")));

        Log.Information(
            "found {Found}, done {Done}, waited {Waited} s; {Requests} requests ({NotModified} answered 304), {Processes} git processes",
            record.FoundDone.Count,
            record.Outcomes.Count(outcome => !outcome.WasFound),
            (int)record.Waited.TotalSeconds,
            record.Traffic?.Requests ?? 0,
            record.Traffic?.NotModified ?? 0,
            record.GitProcesses
        );
        if (record.WasInterrupted)
            Log.Information("interrupted while waiting");
    }
}
