using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotfix.Testing;

namespace Hotfix.LocalGitHub.Tests;

public sealed class StandAlone
{
    [Fact]
    public async Task AnnouncesItselfInOneLineAndEndsOnSigterm()
    {
        using var repository = new TempRepository();
        repository.CommitFile("a.txt", "a", "a");
        using Process process = Start("--repository", repository.Path, "--owner", "acme", "--name", "shop", "--json");
        using JsonDocument ready = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)))!);
        using var http = new HttpClient { BaseAddress = new Uri(ready.RootElement.GetProperty("address").GetString()!) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", ready.RootElement.GetProperty("tokens").GetProperty("you").GetString());

        HttpResponseMessage answer = await http.GetAsync("/repos/acme/shop/branches/main");
        Signal(process, "TERM");
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("protected").GetBoolean());
        Assert.Equal((0, ""), (process.ExitCode, await process.StandardOutput.ReadToEndAsync()));
    }

    [Fact]
    public async Task NamesAnOptionThatItDoesNotKnow()
    {
        using Process process = Start("--repo", "x");

        string errors = await process.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));

        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith("'--repo' is not an option", errors, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LocalGitHubServer).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        return Process.Start(start)!;
    }

    private static void Signal(Process process, string name)
    {
        using Process kill = Process.Start("kill", ["-s", name, $"{process.Id}"]);
        kill.WaitForExit();
    }
}
