using System.Text.Json;
using Hotfix.Drill.Players;
using Hotfix.LocalGitHub.Pages;

namespace Hotfix.Drill;

/// <summary>Keeps what the hotfix told people as pages to look at, since the server is gone when the drill is over.</summary>
internal sealed class StoryPages(GitHubApi api, DrillFolder folder) : IDisposable
{
    private readonly HttpClient _browser = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Saves the pull request, the post-mortem and the job's summary; gives the paths of the three files.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5907 when the server does not have one of the pages.</exception>
    public async Task<IReadOnlyList<string>> SaveAsync(DrillChain chain, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Story);
        JsonElement pull = await api.GetAsync($"pulls/{chain.PullRequest}", cancellationToken);
        JsonElement postMortem = (await api.GetAsync("issues?state=all&labels=post-mortem", cancellationToken))
            .EnumerateArray()
            .First(issue => issue.Text("title").Contains(chain.Tag, StringComparison.Ordinal));
        string summary = await File.ReadAllTextAsync(folder.Summary, cancellationToken);
        return
        [
            await SaveAsync("thread.html", await BrowseAsync(pull.Text("html_url"), cancellationToken), cancellationToken),
            await SaveAsync("post-mortem.html", await BrowseAsync(postMortem.Text("html_url"), cancellationToken), cancellationToken),
            await SaveAsync("summary.html", MarkdownPage.Render($"The job's summary: {chain.Tag}", summary), cancellationToken),
        ];
    }

    public void Dispose() => _browser.Dispose();

    private async Task<string> BrowseAsync(string address, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _browser.GetAsync(new Uri(address), cancellationToken);
        string page = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? page : throw DrillFailure.CallRefused($"GET {address}", (int)response.StatusCode, page);
    }

    private async Task<string> SaveAsync(string name, string page, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder.Story, name);
        await File.WriteAllTextAsync(path, page, cancellationToken);
        return path;
    }
}
