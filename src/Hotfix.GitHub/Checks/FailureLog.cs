using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Checks;

/// <summary>
/// Why a check failed, in its own last words: the Actions job's log, else what the check run says of itself. Never the reason why a run stops.
/// </summary>
internal sealed class FailureLog(GitHubApi api)
{
    /// <summary>The last lines of the step that failed in a check run of GitHub Actions; empty when there is no log to be had.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CheckResult check, int lines, CancellationToken cancellationToken)
    {
        if (check.Kind == CheckKind.CheckRun && check.Id is { } id)
        {
            IReadOnlyList<string> found = await TryAsync(() => ReadJobAsync(id, lines, cancellationToken), cancellationToken);
            if (found.Count == 0)
                found = await TryAsync(() => ReadOutputAsync(id, lines, cancellationToken), cancellationToken);

            if (found.Count > 0)
                return found;
        }

        return check.Summary.Length > 0 ? [check.Summary] : [];
    }

    /// <summary>Another app's check run has no job (404); logs expire (410); a log is never worth a failure of ours.</summary>
    private static async Task<IReadOnlyList<string>> TryAsync(Func<Task<IReadOnlyList<string>>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read();
        }
        catch (Exception e)
            when (!cancellationToken.IsCancellationRequested && e is HotfixException or IOException or HttpRequestException or OperationCanceledException)
        {
            return [];
        }
    }

    /// <summary>For GitHub Actions, a check run's id is its job's id.</summary>
    private async Task<IReadOnlyList<string>> ReadJobAsync(long id, int lines, CancellationToken cancellationToken)
    {
        JobAnswer? job = await api.FindAsync<JobAnswer>(new Call("read the failed job", api.InRepository($"actions/jobs/{id}")), cancellationToken);
        if (job is null)
            return [];

        JobAnswer.StepAnswer? step = job.Steps?.FirstOrDefault(candidate => candidate.Conclusion is "failure" or "timed_out" or "cancelled");
        var tail = new LogTail(lines, step?.StartedAt, step?.CompletedAt);
        await ReadLogAsync(id, tail, cancellationToken);
        return [.. tail.Lines.Select(api.Connection.Redact)];
    }

    private async Task ReadLogAsync(long id, LogTail tail, CancellationToken cancellationToken)
    {
        var call = new Call("read the failed job's log", api.InRepository($"actions/jobs/{id}/logs"));
        using var timeout = new CancellationTokenSource(api.Connection.Options.RequestTimeout, api.Connection.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(api.Connection.Address.Api, call.Uri));
        request.Options.Set(CallOptions.IsStreamed, value: true);

        using HttpResponseMessage response = await api.StreamAsync(call, request, either.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(either.Token));
        await foreach (string line in BoundedLines.ReadAsync(reader, either.Token))
            tail.Add(line);
    }

    private async Task<IReadOnlyList<string>> ReadOutputAsync(long id, int lines, CancellationToken cancellationToken)
    {
        CheckRunAnswer? run = await api.FindAsync<CheckRunAnswer>(new Call("read the failed check", api.InRepository($"check-runs/{id}")), cancellationToken);
        string text = new[] { run?.Output?.Text, run?.Output?.Summary, run?.Output?.Title }.FirstOrDefault(part => !string.IsNullOrWhiteSpace(part)) ?? "";
        string[] said = [.. text.Split('\n').Select(line => LogTail.Clean(line.TrimEnd())).Where(line => line.Length > 0)];
        return [.. said.TakeLast(lines)];
    }
}
