using System.Diagnostics;
using System.Globalization;
using Hotfix.Testing;

namespace Hotfix.LocalGitHub.Tests;

/// <summary>Needs GitHub's own command line client, 2.23 or newer.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClientFactAttribute : FactAttribute
{
    public ClientFactAttribute() =>
        Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "gh")))
            ? null
            : "gh is not installed here";
}

/// <summary>An official client is the best oracle of this server. It sends what is meant for github.com through the server's Unix socket.</summary>
public sealed class OfficialClient
{
    [ClientFact]
    public async Task ListsShowsAndMerges()
    {
        using var folder = new TempFolder();
        string socket = folder.Combine("s");
        await using Lab lab = await Lab.StartAsync(socket: socket);
        await lab.OpenAsync("hotfix/null-ref");
        using HttpClient ci = lab.Http("dev");
        using HttpContent release = new StringContent("""{"tag_name":"v1.0.0","name":"1.0.0","body":"First."}""");
        (await ci.PostAsync($"repos/{Lab.Repository}/releases", release)).EnsureSuccessStatusCode();

        string list = await RunAsync(folder, lab, "pr", "list");
        string view = await RunAsync(folder, lab, "pr", "view", "1");
        string runs = await RunAsync(folder, lab, "run", "list");
        string shown = await RunAsync(folder, lab, "release", "view", "v1.0.0");
        await RunAsync(folder, lab, "pr", "merge", "1", "--merge");
        string merged = await RunAsync(folder, lab, "pr", "view", "1", "--json", "state,mergedAt");

        Assert.Contains("Fix hotfix/null-ref", list, StringComparison.Ordinal);
        Assert.Contains("Because.", view, StringComparison.Ordinal);
        Assert.Equal("", runs.Trim());
        Assert.Contains("First.", shown, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"MERGED\"", merged, StringComparison.Ordinal);
    }

    [ClientFact]
    public async Task ShowsARunWithItsJobsAndItsFailure()
    {
        using var folder = new TempFolder();
        await using Lab lab = await Lab.StartAsync(socket: folder.Combine("s"));
        lab.Work.CommitFile(".github/workflows/ci.yml", "name: CI\non: push\n", "ci: begin", TempRepository.Day(2));
        lab.Work.Git(["push", "--quiet", "origin", "HEAD:main"]);
        long good = await lab.Server.StartRunAsync(Lab.Repository, "ci.yml", "main", "push");
        var green = new WorkflowRunReport("completed", "success") { Jobs = [new WorkflowJobReport("build", "success")] };
        await lab.Server.ReportRunAsync(Lab.Repository, good, green);
        long bad = await lab.Server.StartRunAsync(Lab.Repository, "ci.yml", "main", "push");
        await lab.Server.ReportRunAsync(
            Lab.Repository,
            bad,
            new WorkflowRunReport("completed", "failure")
            {
                Jobs = [new WorkflowJobReport("build", "failure") { Steps = [new WorkflowStepReport("Test", "failure")], Log = "red\n" }],
            }
        );

        string list = await RunAsync(folder, lab, "run", "list");
        string shown = await RunAsync(folder, lab, "run", "view", good.ToString(CultureInfo.InvariantCulture));
        string failed = await RunAsync(folder, lab, "run", "view", bad.ToString(CultureInfo.InvariantCulture), "--verbose");

        Assert.Equal(2, list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("build", shown, StringComparison.Ordinal);
        Assert.Contains("Test", failed, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(TempFolder folder, Lab lab, params string[] arguments)
    {
        string configuration = Directory.CreateDirectory(folder.Combine("config")).FullName;
        await File.WriteAllTextAsync(Path.Combine(configuration, "config.yml"), $"http_unix_socket: {folder.Combine("s")}\nprompt: disabled\n");
        var start = new ProcessStartInfo("gh", [.. arguments, "--repo", Lab.Repository])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["GH_CONFIG_DIR"] = configuration;
        start.Environment["GH_TOKEN"] = lab.Tokens["dev"];
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("GH_HOST");
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        Assert.True(process.ExitCode == 0, $"gh {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
        return await output;
    }
}
