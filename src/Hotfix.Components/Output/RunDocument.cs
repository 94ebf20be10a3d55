using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Components.Running;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Planning;
using Hotfix.Core.Snapshots;

namespace Hotfix.Components.Output;

/// <summary>The run as one JSON document, schema 1: members are added, never renamed; absent means unknown or not looked at.</summary>
internal sealed class RunDocument(RunRecord? record = null)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson(int exitCode)
    {
        Snapshot? snapshot = record?.Snapshot;
        var document = new JsonObject
        {
            ["schema"] = 1,
            ["exitCode"] = exitCode,
            ["state"] = exitCode switch { 0 => "done", HotfixRun.SomebodysMove => "waiting", _ => "failed" },
            ["lane"] = (snapshot?.Lane ?? Lane.Standard).ToString().ToLowerInvariant(),
        };
        if (snapshot is not null)
        {
            AddSnapshot(document, snapshot);
        }

        if (record is not null)
        {
            AddRecord(document, record);
        }

        return document.ToJsonString(Indented);
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

        document["checks"] = new JsonArray([.. snapshot.HeadChecks.Select(check => (JsonNode)new JsonObject
        {
            ["name"] = check.Name,
            ["state"] = check.State.ToString().ToLowerInvariant(),
            ["detail"] = check.Detail,
            ["url"] = check.Url,
        })]);
        if (snapshot.Release is { } release)
        {
            document["release"] = new JsonObject
            {
                ["sha"] = release.Commit.Value,
                ["tag"] = release.TagsContaining.FirstOrDefault(tag => tag.Commit == release.Commit)?.Name ?? (release.TagsContaining.Count > 0 ? release.TagsContaining[0].Name : null),
                ["url"] = release.Release?.Url,
                ["publishedAt"] = release.Release?.PublishedAt,
            };
        }

        document["chain"] = new JsonArray([.. ShaChain.Of(snapshot).Select(link => (JsonNode)new JsonObject { ["name"] = link.Name, ["sha"] = link.Sha.Value })]);
    }

    private static void AddRecord(JsonObject document, RunRecord record)
    {
        document["found"] = Strings(record.FoundDone);
        document["plan"] = Strings(record.Rehearsed.Select(step => step.Describe()));
        document["done"] = new JsonArray([.. record.Outcomes.Select(outcome => (JsonNode)new JsonObject
        {
            ["step"] = outcome.Step.Describe(),
            ["evidence"] = outcome.Evidence,
            ["wasFound"] = outcome.WasFound,
        })]);
        document["waits"] = new JsonArray([.. record.Waits.Select(wait => (JsonNode)new JsonObject { ["what"] = wait.What, ["who"] = wait.Who, ["isPerson"] = wait.IsPerson })]);
        document["refusals"] = new JsonArray([.. record.Refusals.Select(Refusal)]);
        if (record.Findings.Count > 0)
        {
            document["findings"] = new JsonArray([.. record.Findings.Select(Finding)]);
        }

        if (record.Tests is { } tests)
        {
            document["tests"] = new JsonObject { ["passed"] = tests.Passed, ["failed"] = tests.Failed, ["skipped"] = tests.Skipped, ["seconds"] = tests.Duration.TotalSeconds };
        }

        document["cost"] = new JsonObject
        {
            ["requests"] = record.Traffic?.Requests ?? 0,
            ["notModified"] = record.Traffic?.NotModified ?? 0,
            ["gitProcesses"] = record.GitProcesses,
            ["waitedSeconds"] = record.Waited.TotalSeconds,
        };
    }

    private static JsonNode Finding(Finding finding) => new JsonObject
    {
        ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
        ["code"] = finding.Code,
        ["what"] = finding.What,
        ["breaks"] = finding.Breaks,
        ["remedy"] = finding.Remedy,
    };

    private static JsonNode Refusal(Refusal refusal) => new JsonObject { ["code"] = refusal.Code, ["what"] = refusal.What, ["why"] = refusal.Why, ["next"] = refusal.Next };

    private static JsonArray Strings(IEnumerable<string> lines) => new([.. lines.Select(line => (JsonNode?)JsonValue.Create(line))]);
}
