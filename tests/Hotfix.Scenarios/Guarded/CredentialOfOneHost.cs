using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Guarded;

/// <summary>Which host sees the token, and which repository is meant.</summary>
public sealed class CredentialOfOneHost : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task IsNotSentToARemoteOnAnotherHost()
    {
        await using Receiver elsewhere = Receiver.Answering("200 OK");
        int port = new Uri(elsewhere.Address).Port;
        _lab.Clone.Git(["remote", "set-url", "origin", $"http://localhost:{port}/acme/shop.git"]);
        int before = _lab.Server.Requests.Snapshot().Count;

        RunResult result = await _lab.RunAsync("CreateHotfixBranch", "--description", "null ref");

        Assert.Contains("HF3140", result.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains($"on localhost:{port}, GitHub's API on {_lab.Server.Address.Authority}", result.Output, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
        Assert.Equal(before, _lab.Server.Requests.Snapshot().Count);
    }

    [Fact]
    public async Task OfAnotherServersVariableIsNotTried()
    {
        ProcessStartInfo command = _lab.Command(["Doctor"]);
        command.Environment.Remove("GITHUB_API_URL");
        command.Environment["GITHUB_SERVER_URL"] = "https://github.example.com";
        command.Environment["GH_TOKEN"] = _lab.Token;

        using TargetRun run = _lab.Start(command);
        RunResult result = await run.EndAsync();

        Assert.Contains("GITHUB_TOKEN and GH_TOKEN are set, and made for another host", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_lab.Server.Requests.Snapshot(), request =>
            request.Path.StartsWith("/api", StringComparison.Ordinal) && request.User == "engineer"
        );
    }

    [Fact]
    public async Task InACodespaceOfAnotherRepositoryTheRemoteCountsAndInAJobItIsRefused()
    {
        ProcessStartInfo codespace = _lab.Command(["CreateHotfixBranch", "--description", "null ref"]);
        codespace.Environment["GITHUB_REPOSITORY"] = "acme/infra";
        ProcessStartInfo job = _lab.Command(["CreateHotfixBranch", "--description", "null ref"]);
        job.Environment["GITHUB_REPOSITORY"] = "acme/infra";
        job.Environment["GITHUB_ACTIONS"] = "true";

        using TargetRun first = _lab.Start(codespace);
        (await first.EndAsync()).ShouldExitWith(0);
        using TargetRun second = _lab.Start(job);
        RunResult refused = await second.EndAsync();

        Assert.Contains("HF3142", refused.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_lab.Server.Requests.Snapshot(), request => request.Path.Contains("acme/infra", StringComparison.Ordinal));
    }
}
