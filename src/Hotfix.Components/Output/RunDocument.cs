using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Components.Output.Summaries;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Output;

/// <summary>The run as one JSON document, schema 1: members are added, never renamed; absent means unknown or not looked at.</summary>
internal sealed partial class RunDocument(RunEnd end)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson()
    {
        RunRecord record = end.Record;
        Snapshot? snapshot = record.Snapshot;
        var document = new JsonObject
        {
            ["schema"] = 1,
            ["exitCode"] = end.ExitCode,
            ["state"] = end.State,
            ["lane"] = (snapshot?.Lane ?? Lane.Standard).ToString().ToLowerInvariant(),
        };
        if (snapshot is not null)
            AddSnapshot(document, snapshot);

        AddRecord(document, record);
        document["refusals"] = new JsonArray([.. end.Refusals.Select(Refusal)]);
        if (end.OtherFailures.Count > 0)
            document["failures"] = new JsonArray([.. end.OtherFailures.Select(Failure)]);

        // A job's runner takes '##[' for the begin of a command, wherever it stands in a line.
        return BracketCommand.Replace(document.ToJsonString(Indented), "$1\\u005b");
    }

    private static void AddSnapshot(JsonObject document, Snapshot snapshot)
    {
        document["base"] = new JsonObject { ["branch"] = snapshot.BaseBranch.Value, ["sha"] = snapshot.BaseTip.Value };
        if (snapshot.Hotfix is { } hotfix)
        {
            document["branch"] = new JsonObject
            {
                ["name"] = hotfix.Name.Value,
                ["localSha"] = hotfix.LocalTip?.Value,
                ["remoteSha"] = hotfix.RemoteTip?.Value,
                ["worktree"] = hotfix.WorktreePath,
                ["commits"] = hotfix.Commits.Count,
            };
        }

        if (snapshot.PullRequest is { } pullRequest)
        {
            document["pullRequest"] = new JsonObject
            {
                ["number"] = pullRequest.Number,
                ["url"] = pullRequest.Url,
                ["state"] = pullRequest.State.ToString().ToLowerInvariant(),
                ["headSha"] = pullRequest.HeadSha.Value,
                ["mergeCommitSha"] = pullRequest.MergeCommitSha?.Value,
            };
        }

        document["checks"] = new JsonArray([
            .. snapshot.HeadChecks.Select(check =>
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = check.Name,
                        ["state"] = check.State.ToString().ToLowerInvariant(),
                        ["detail"] = check.Detail,
                        ["url"] = check.Url,
                    }
            ),
        ]);
        if (snapshot.Release is { } release)
        {
            document["release"] = new JsonObject
            {
                ["sha"] = release.Commit.Value,
                ["tag"] = release.TagsContaining.FirstOrDefault(tag => tag.Commit == release.Commit)?.Name
                    ?? (release.TagsContaining.Count > 0 ? release.TagsContaining[0].Name : null),
                ["url"] = release.Release?.Url,
                ["publishedAt"] = release.Release?.PublishedAt,
            };
        }

        document["chain"] = new JsonArray([
            .. ShaChain.Of(snapshot).Select(link => (JsonNode)new JsonObject { ["name"] = link.Name, ["sha"] = link.Sha.Value }),
        ]);
    }

    private static void AddRecord(JsonObject document, RunRecord record)
    {
        document["found"] = Strings(record.FoundDone);
        document["plan"] = Strings(record.Rehearsed.Select(step => step.Describe()));
        document["done"] = new JsonArray([
            .. record.Outcomes.Select(outcome =>
                (JsonNode)
                    new JsonObject
                    {
                        ["step"] = outcome.Step.Describe(),
                        ["evidence"] = outcome.Evidence,
                        ["wasFound"] = outcome.WasFound,
                    }
            ),
        ]);
        document["waits"] = new JsonArray([
            .. record.Waits.Select(wait =>
                (JsonNode)
                    new JsonObject
                    {
                        ["what"] = wait.What,
                        ["who"] = wait.Who,
                        ["isPerson"] = wait.IsPerson,
                    }
            ),
        ]);
        if (record.Findings.Count > 0)
            document["findings"] = new JsonArray([.. record.Findings.Select(Finding)]);

        if (record.Tests is { } tests)
        {
            document["tests"] = new JsonObject
            {
                ["passed"] = tests.Passed,
                ["failed"] = tests.Failed,
                ["skipped"] = tests.Skipped,
                ["counted"] = tests.IsCounted,
                ["seconds"] = tests.Duration.TotalSeconds,
            };
        }

        document["cost"] = new JsonObject
        {
            ["requests"] = record.Traffic?.Requests ?? 0,
            ["notModified"] = record.Traffic?.NotModified ?? 0,
            ["gitProcesses"] = record.GitProcesses,
            ["waitedSeconds"] = record.Waited.TotalSeconds,
        };
    }

    private static JsonNode Finding(Finding finding) =>
        new JsonObject
        {
            ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
            ["code"] = finding.Code,
            ["what"] = finding.What,
            ["breaks"] = finding.Breaks,
            ["remedy"] = finding.Remedy,
        };

    private static JsonNode Failure(Failure failure) =>
        new JsonObject
        {
            ["target"] = failure.Target,
            ["type"] = failure.Exception.GetType().Name,
            ["message"] = failure.Exception.Message,
        };

    private static JsonNode Refusal(Refusal refusal) =>
        new JsonObject
        {
            ["code"] = refusal.Code,
            ["what"] = refusal.What,
            ["why"] = refusal.Why,
            ["next"] = refusal.Next,
        };

    [GeneratedRegex(@"(#[^!-~]*#[^!-~]*)\[", RegexOptions.CultureInvariant)]
    private static partial Regex BracketCommand { get; }

    private static JsonArray Strings(IEnumerable<string> lines) => new([.. lines.Select(line => (JsonNode?)JsonValue.Create(line))]);
}
