using System.Text;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Reporting;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary><c>Report</c> over 200 hotfixes, beside the program's own start.</summary>
internal sealed class ReportBenchmark(BenchmarkOptions options, Report report)
{
    private const int Hotfixes = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.Combine("seed"));
        Past past = await ManyHotfixes.MakeAsync(folder.Combine("seed"), Hotfixes, new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero));
        await using LocalGitHubServer server = await LocalGitHubServer.StartAsync(
            new LocalGitHubOptions { DataDirectory = folder.Combine("data") },
            cancellationToken
        );
        await server.AddRepositoryAsync("acme", "shop", folder.Combine("seed"), cancellationToken);
        string token = server.AddUser("engineer");
        foreach (string login in new[] { "engineer", "reviewer", "ci" })
            server.Grant("acme/shop", login, Role.Write);

        server.Remember("acme/shop", past);
        string header = $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{token}"))}";
        TempRepository
            .At(folder.Combine("seed"))
            .Git(["-c", $"http.extraHeader={header}", "clone", "--quiet", $"{server.Address}acme/shop.git", folder.Combine("clone")]);

        void Ours(IDictionary<string, string?> environment)
        {
            TempRepository.Clean(environment, folder.Path);
            environment["HOTFIX_ENGINE"] = "embedded";
            environment["GITHUB_API_URL"] = server.Address.ToString().TrimEnd('/');
            environment["GITHUB_TOKEN"] = token;
        }

        Sample[] samples = await Meter.MeasureAsync(
            [
                new("./build.sh ListOpen", RepositoryRoot.Combine("build.sh"), ["ListOpen"], folder.Combine("clone"), Ours),
                new("./build.sh Report, 200 hotfixes", RepositoryRoot.Combine("build.sh"), ["Report"], folder.Combine("clone"), Ours),
            ],
            options.Repetitions,
            cancellationToken
        );

        report.Add("(e) Report", samples);
        report.Expect("./build.sh Report, 200 hotfixes, in ListOpen", samples[1].Median / samples[0].Median, "x", most: 4);
        report.Expect("./build.sh Report, memory", samples[1].PeakMiB ?? 0, "MiB", most: 150);
    }
}
