using System.Text.Json.Nodes;
using Hotfix.Scenarios.Deploying;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Telling;

/// <summary>Announcements to webhooks on this machine.</summary>
public sealed class ToldOnce : IAsyncLifetime
{
    private readonly Receiver _json = Receiver.Answering("200 OK");
    private readonly Receiver _slack = Receiver.Answering("200 OK");
    private HotfixLab _lab = null!;

    private string Webhooks => $"{_json.Address},slack={_slack.Address}";

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync()
    {
        await _json.DisposeAsync();
        await _slack.DisposeAsync();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task AWebhookGetsEachStateOnceAlsoWhenEveryTargetRunsThreeTimes()
    {
        await _lab.MakeEnvironmentAsync("production");
        await _lab.DeployedAsync(_lab.MainTip());
        await ThriceAsync("CreateHotfixBranch");
        string fix = _lab.CommitFix();
        await ThriceAsync("OpenPR");
        await ThriceAsync("AwaitMerge", "--deadline", "0s");
        await _lab.ReportAsync(fix);
        await ThriceAsync("AwaitMerge", "--deadline", "0s");
        await _lab.ApproveAsync(1);
        await ThriceAsync("AwaitMerge");
        await ThriceAsync("Release");
        await ThriceAsync("Deploy", "--environment", "production", "--deploy-command", "true");
        await ThriceAsync("Hotfix");
        await ThriceAsync("Rollback", "--to", "v1.4.2", "--reason", "it made things worse", "--deploy-command", "true");

        string[] expected = ["started", "pr-opened", "blocked", "blocked", "merged", "released", "deployed", "finished", "rolled-back"];
        Assert.Equal(expected, _json.Events());
        Assert.Equal(expected.Length, _slack.Bodies.Count);
        Assert.StartsWith("required check 'build' has not reported", JsonNode.Parse(_json.Bodies[2])!["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("0 of 1 approvals", JsonNode.Parse(_json.Bodies[3])!["reason"]!.GetValue<string>());
        Assert.All(_slack.Bodies, body => Assert.NotNull(JsonNode.Parse(body)!["text"]));
    }

    [Fact]
    public async Task AHotfixThatIsGivenUpIsToldWithItsReason()
    {
        await OpenAsync();

        for (int run = 1; run <= 3; run++)
            await RunAsync("Abandon", "--reason", "the vendor fixed it");

        Assert.Equal("abandoned", _json.Events()[^1]);
        Assert.Single(_json.Events(), it => it == "abandoned");
        Assert.Equal("the vendor fixed it", JsonNode.Parse(_json.Bodies[^1])!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task WebhooksThatHangAndThatFailAreReportedAndNothingElseHappens()
    {
        await using Receiver hanging = Receiver.Hanging();
        await using Receiver failing = Receiver.Answering("500 Internal Server Error");
        await using Receiver other = Receiver.Hanging();
        await _lab.HotfixAsync();
        _lab.CommitFix();

        RunResult run = await _lab.HotfixAsync("--deadline", "0s", "--notify", $"{hanging.Address},slack={failing.Address},{other.Address}");

        run.ShouldExitWith(75);
        Assert.Contains("not announced: pr-opened to slack at 127.0.0.1: answered 500 (tried twice)", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            2,
            run.Output.Split('\n').Count(line => line.Contains("not announced: pr-opened to json at 127.0.0.1: not answered", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("/hook/secret", run.Output, StringComparison.Ordinal);
        Assert.Single(hanging.Requests);
    }

    [Theory]
    [InlineData("ftp://example.com/hook")]
    [InlineData("http://example.com/hook-of-mine")]
    [InlineData("https://example.com/hook-of-mine,nonsense")]
    public async Task WhatIsNoWebhookIsRefusedBeforeAnythingAndNotShown(string notify)
    {
        RunResult run = await _lab.HotfixAsync("--notify", notify);

        Assert.Contains("HF1041", run.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hook-of-mine", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(HotfixLab.Branch, _lab.RemoteRefs(), StringComparison.Ordinal);
    }

    private async Task OpenAsync()
    {
        await RunAsync("CreateHotfixBranch");
        _lab.CommitFix();
        (await RunAsync("OpenPR")).ShouldExitWith(0);
    }

    private async Task ThriceAsync(string target, params string[] more)
    {
        for (int run = 1; run <= 3; run++)
            await RunAsync(target, more);
    }

    private Task<RunResult> RunAsync(string target, params string[] more) =>
        _lab.RunAsync([target, "--description", HotfixLab.Description, "--notify", Webhooks, "--poll-interval", "1s", "--check-grace", "0s", .. more]);
}
