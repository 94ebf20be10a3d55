using System.Text;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Reporting;

/// <summary>Years of hotfixes behind a local GitHub, and a clone of them.</summary>
internal sealed class Archive : IAsyncDisposable
{
    private const string FullName = "acme/archive";
    private readonly TempFolder _folder;
    private readonly TempRepository _clone;

    private Archive(HotfixLab lab, Past past, TempFolder folder)
    {
        _folder = folder;
        Lab = lab;
        Past = past;
        string credential = Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{lab.Token}"));
        TempRepository
            .At(folder.Combine("seed"))
            .Git([
                "-c",
                $"http.extraHeader=Authorization: Basic {credential}",
                "clone",
                "--quiet",
                $"{lab.Server.Address}{FullName}.git",
                folder.Combine("clone"),
            ]);
        _clone = TempRepository.At(folder.Combine("clone"));
    }

    public HotfixLab Lab { get; }

    public Past Past { get; }

    public static async Task<Archive> StartAsync(int hotfixes)
    {
        HotfixLab lab = await HotfixLab.StartAsync();
        var folder = new TempFolder();
        Directory.CreateDirectory(folder.Combine("seed"));
        Past past = await ManyHotfixes.MakeAsync(folder.Combine("seed"), hotfixes, new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero));
        await lab.Server.AddRepositoryAsync("acme", "archive", folder.Combine("seed"), CancellationToken.None);
        foreach (string login in new[] { "engineer", "reviewer", "ci" })
            lab.Server.Grant(FullName, login, Role.Write);

        lab.Server.Remember(FullName, past);
        return new Archive(lab, past, folder);
    }

    public Task<RunResult> ReportAsync(params string[] more) => Lab.RunInAsync(_clone, ["Report", .. more]);

    /// <summary>A file of the report, where it goes unless told otherwise.</summary>
    public string File(string name) => Path.Combine(_clone.Path, "output", "report", name);

    public string Status() => _clone.Git(["status", "--porcelain"]);

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        _folder.Dispose();
    }
}
