using System.Text;
using Hotfix.LocalGitHub;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary><c>CreateHotfixBranch</c> beside what a person would type, against the same server.</summary>
internal sealed class BranchBenchmark(BenchmarkOptions options, Report report)
{
    private const string Branch = "hotfix/null-ref-in-checkout";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        await using LocalGitHubServer server = await ServeAsync(folder, cancellationToken);
        string token = server.AddUser("engineer");
        server.Grant("acme/shop", "engineer", Role.Write);
        string header = $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{token}"))}";
        TempRepository
            .At(folder.Combine("seed"))
            .Git(["-c", $"http.extraHeader={header}", "clone", "--quiet", $"{server.Address}acme/shop.git", folder.Combine("clone")]);
        var clone = TempRepository.At(folder.Combine("clone"));

        void Ours(IDictionary<string, string?> environment)
        {
            TempRepository.Clean(environment, folder.Path);
            environment["HOTFIX_ENGINE"] = "embedded";
            environment["GITHUB_API_URL"] = server.Address.ToString().TrimEnd('/');
            environment["GITHUB_TOKEN"] = token;
        }

        void Plain(IDictionary<string, string?> environment)
        {
            TempRepository.Clean(environment, folder.Path);
            environment["GIT_CONFIG_COUNT"] = "1";
            environment["GIT_CONFIG_KEY_0"] = "http.extraHeader";
            environment["GIT_CONFIG_VALUE_0"] = header;
        }

        Sample[] samples = await Meter.MeasureAsync(
            [
                new(
                    "git fetch && git checkout -b",
                    "bash",
                    ["-c", $"git fetch --quiet && git checkout --quiet -b {Branch} --no-track origin/main"],
                    clone.Path,
                    Plain,
                    () => Reset(clone)
                ),
                new(
                    "./build.sh CreateHotfixBranch",
                    RepositoryRoot.Combine("build.sh"),
                    ["CreateHotfixBranch", "--description", "null ref in checkout"],
                    clone.Path,
                    Ours,
                    () => Reset(clone)
                ),
                new("./build.sh Status, there", RepositoryRoot.Combine("build.sh"), ["Status"], clone.Path, Ours),
            ],
            options.Repetitions,
            cancellationToken
        );

        report.Add("(b) CreateHotfixBranch", samples);
        report.Expect("CreateHotfixBranch above plain git, in warm Status", (samples[1].Median - samples[0].Median) / samples[2].Median, "x", most: 1);
    }

    private static async Task<LocalGitHubServer> ServeAsync(TempFolder folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Combine("seed"));
        var seed = TempRepository.At(folder.Combine("seed"));
        seed.Git(["init", "--quiet", "--initial-branch=main"]);
        seed.Write(".nuke/parameters.json", "{}\n").Write(".gitignore", ".nuke/temp/\n.nuke/build.schema.json\n");
        for (int day = 0; day < 50; day++)
            seed.CommitFile($"src/file{day % 10}.txt", $"{day}", $"Work {day}", TempRepository.Day(day));

        seed.Git(["tag", "--annotate", "--message", "Release v1.4.2", "v1.4.2"]);
        LocalGitHubServer server = await LocalGitHubServer.StartAsync(new LocalGitHubOptions { DataDirectory = folder.Combine("data") }, cancellationToken);
        await server.AddRepositoryAsync("acme", "shop", seed.Path, cancellationToken);
        return server;
    }

    private static void Reset(TempRepository clone)
    {
        clone.Git(["checkout", "--quiet", "main"]);
        if (clone.Git(["branch", "--list", Branch]).Length > 0)
            clone.Git(["branch", "--quiet", "-D", Branch]);
    }
}
