using System.Diagnostics;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Installed;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Adopting;

/// <summary>The tool, installed from a folder, in repositories of many kinds: in, once more, looked at, up to date with an edited file, and out
/// again.</summary>
public sealed class AdoptedAndLeft : IDisposable
{
    private readonly TempFolder _folder = new();

    public AdoptedAndLeft() => Directory.CreateDirectory(_folder.Combine("home"));

    public static TheoryData<string> Kinds => [.. LookAlike.All.Select(one => one.Name)];

    public static TheoryData<string> Released => [.. LookAlike.All.Where(one => one.Tags.Length > 0).Select(one => one.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task LeavesTheRepositoryAsItWas(string kind)
    {
        LookAlike like = LookAlike.All.Single(one => one.Name == kind);
        TempRepository shop = like.MakeAt(_folder.Combine("shop"));
        string before = Tree(shop);

        RunResult rehearsed = (await InitAsync(shop, "--dry-run")).ShouldExitWith(0);
        Assert.Equal("", Status(shop));
        RunResult first = (await InitAsync(shop, like.Consent)).ShouldExitWith(0);
        string adopted = Status(shop);
        RunResult again = (await InitAsync(shop)).ShouldExitWith(0);
        Assert.Equal(adopted, Status(shop));
        string workflow = Path.Combine(shop.Path, ".github", "workflows", "hotfix.yml");
        await File.AppendAllTextAsync(workflow, "# ours: ask olga\n");
        RunResult edited = (await InitAsync(shop)).ShouldExitWith(0);
        RunResult updated = await InitAsync(shop, "--update", "--package-version", "99.0.0");
        RunResult removed = (await InitAsync(shop, "--remove")).ShouldExitWith(0);

        Assert.Contains("plan: write .github/workflows/hotfix.yml", rehearsed.Output, StringComparison.Ordinal);
        Assert.Contains(like.HasNuke ? "the component, in that build" : "the tool 'hotfix', no build project", first.Output, StringComparison.Ordinal);
        Assert.Contains("has the hotfix path already; nothing was changed", again.Output, StringComparison.Ordinal);
        Assert.Contains("found: .github/workflows/hotfix.yml (changed since it was written; there is nothing new)", edited.Output, StringComparison.Ordinal);
        Assert.Contains(like.HasNuke ? "found: .github/step.sh" : "+version=99.0.0", updated.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("left: .github/workflows/hotfix.yml, which somebody has changed since it was written", removed.Output, StringComparison.Ordinal);
        Assert.Equal((like.HasNuke ? " M build/Build.cs\n M build/_build.csproj\n" : "") + "?? .github/workflows/hotfix.yml", Status(shop));
        File.Delete(workflow);
        Assert.Equal(before, Tree(shop));
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task PassesItsDoctorAndShowsWhatAHotfixWouldDo(string kind)
    {
        LookAlike like = LookAlike.All.Single(one => one.Name == kind);
        TempRepository shop = like.MakeAt(_folder.Combine("shop"));
        (await InitAsync(shop, [.. like.Said, .. like.Consent])).ShouldExitWith(0);
        shop.Commit("chore: hotfix path", TempRepository.Day(2));
        await using LocalGitHubServer server = await LocalGitHubServer.StartAsync(
            new LocalGitHubOptions { DataDirectory = _folder.Combine("data") },
            CancellationToken.None
        );
        await server.AddRepositoryAsync("acme", "shop", shop.Path, CancellationToken.None);
        string token = server.AddUser("engineer");
        server.Grant("acme/shop", "engineer", Role.Write);
        string credential = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"x-access-token:{token}"));
        shop.Git(["-c", $"http.extraHeader=Authorization: Basic {credential}", "clone", "--quiet", $"{server.Address}acme/shop.git", _folder.Combine("clone")]);
        TempRepository clone = TempRepository.At(_folder.Combine("clone"));

        RunResult doctor = await HotfixAsync(clone, ["doctor"], server, token);
        RunResult plan = await HotfixAsync(clone, ["hotfix", "--description", "null ref in checkout", "--dry-run"], server, token);

        Assert.Contains("Nothing would stop a hotfix", doctor.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("plan: create branch hotfix/null-ref-in-checkout", plan.ShouldExitWith(0).Output, StringComparison.Ordinal);
        string[] warnings = [.. doctor.Output.Split('\n').Where(line => line.Contains("warn  HF", StringComparison.Ordinal))];
        Assert.Equal(warnings.Distinct(), warnings);
        Assert.Equal("", Status(clone));
    }

    [Fact]
    public async Task SaysWhatItFoundAndStoresWhatItChose()
    {
        TempRepository products = Make("several-products"),
            please = Make("node-with-release-please");

        RunResult several = (
            await InitAsync(products, "--staging-environment", "preprod", "--product", "api", "--deploy-workflow", "publish-release.yaml", "--max-files", "5")
        ).ShouldExitWith(0);
        RunResult named = (await InitAsync(please)).ShouldExitWith(0);

        string parameters = await File.ReadAllTextAsync(Path.Combine(products.Path, ".nuke", "parameters.json"));
        foreach (
            string line in new[]
            {
                "\"StagingEnvironment\": \"preprod\"",
                "\"Product\": \"api\"",
                "\"DeployWorkflow\": \"publish-release.yaml\"",
                "\"MaxFiles\": 5",
                "\"TestCommand\": \"npm test\"",
                "\"ReleaseStrategy\": \"dispatch\"",
                "\"ReleaseWorkflow\": \"publish-release.yaml\"",
                "\"sha={sha}\"",
            }
        )
        {
            Assert.Contains(line, parameters, StringComparison.Ordinal);
        }

        Assert.Matches(@"environments +live +preprod, production", several.Output);
        Assert.Contains("publish-release.yaml demands channel, which nobody fills in", several.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(products.Path, ".github", "workflows", "release.yml")));
        Assert.Contains(
            "\"ReleaseStrategy\": \"release-please\"",
            await File.ReadAllTextAsync(Path.Combine(please.Path, ".nuke", "parameters.json")),
            StringComparison.Ordinal
        );
        Assert.Matches(@"default branch +prime +that one", named.Output);
        Assert.Matches(@"title +fix: \{description\}", named.Output);
        Assert.Equal("", please.Git(["diff", "--", ".github/workflows/release.yml"]));
        Assert.DoesNotContain(
            "NUKE_DEPLOY_WORKFLOW",
            await File.ReadAllTextAsync(Path.Combine(please.Path, ".github", "workflows", "hotfix.yml")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task GoesByTheTeamsOwnWayToDeployAndByNoneWhereNothingIsDeployed()
    {
        TempRepository library = Make("net-library"),
            web = Make("web-with-a-deploy-workflow");

        RunResult misspelt = await InitAsync(web, "--deploy-workflow", "deploy.yml", "--deploy-inputs", "versoin={version}");
        Assert.Equal("", Status(web));
        RunResult packages = (await InitAsync(library, "--resume-schedule", "off")).ShouldExitWith(0);
        RunResult deployed = (await InitAsync(web)).ShouldExitWith(0);
        RunResult odd = await InitAsync(web, "--resume-schedule", "daily");

        Assert.Contains("HF4166", misspelt.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("version may be meant", misspelt.Output, StringComparison.Ordinal);
        Assert.Contains("HF1015", odd.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Matches(@"deploys +publish.yml publishes packages, and nothing is deployed +nothing: the release is the end", packages.Output);
        Assert.Matches(@"deploys +deploy.yml, which takes version +deploy.yml", deployed.Output);
        string ofLibrary = await File.ReadAllTextAsync(Path.Combine(library.Path, ".nuke", "parameters.json"));
        Assert.Contains("\"NoDeployment\": true", ofLibrary, StringComparison.Ordinal);
        Assert.Contains("\"ResumeSchedule\": \"off\"", ofLibrary, StringComparison.Ordinal);
        Assert.Contains("\"version={version}\"", await File.ReadAllTextAsync(Path.Combine(web.Path, ".nuke", "parameters.json")), StringComparison.Ordinal);
        Assert.All(new[] { library, web }, shop =>
            Assert.All(
                Directory
                    .EnumerateFiles(Path.Combine(shop.Path, ".github", "workflows"), "*.yml")
                    .Where(file => Path.GetFileName(file) is "hotfix.yml" or "release.yml" or "hotfix-resume.yml"),
                file => Assert.DoesNotMatch("NUKE_DEPLOY_WORKFLOW|NUKE_ENVIRONMENT|needs.production", File.ReadAllText(file))
            )
        );
        Assert.DoesNotContain(
            "schedule:",
            await File.ReadAllTextAsync(Path.Combine(library.Path, ".github", "workflows", "hotfix-resume.yml")),
            StringComparison.Ordinal
        );
        Assert.Contains("cron:", await File.ReadAllTextAsync(Path.Combine(web.Path, ".github", "workflows", "hotfix-resume.yml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WritesItsWorkflowsShortWithOneActionForWhatTheyShare()
    {
        TempRepository shop = Make("cake");

        (await InitAsync(shop, "--package-version", "7.8.9")).ShouldExitWith(0);

        string github = Path.Combine(shop.Path, ".github");
        string action = await File.ReadAllTextAsync(Path.Combine(github, "actions", "hotfix", "action.yml"));
        Assert.Contains("run: ./.github/step.sh --install", action, StringComparison.Ordinal);
        Assert.Contains("dotnet-version: 10.0.x", action, StringComparison.Ordinal);
        Assert.DoesNotContain("actions/cache", action, StringComparison.Ordinal);
        Assert.DoesNotContain("setup-dotnet", await File.ReadAllTextAsync(Path.Combine(github, "workflows", "hotfix.yml")), StringComparison.Ordinal);
        Assert.Contains("version=7.8.9", await File.ReadAllTextAsync(Path.Combine(github, "step.sh")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepsTheSourceOfTheToolAndSaysWhichNoRunnerSees()
    {
        TempRepository shop = Make("cake");
        Directory.CreateDirectory(Path.Combine(shop.Path, "feed"));

        RunResult outside = (await InitAsync(shop, "--dry-run", "--package-source", _folder.Combine("elsewhere"))).ShouldExitWith(0);
        RunResult inside = (await InitAsync(shop, "--package-source", Path.Combine(shop.Path, "feed"))).ShouldExitWith(0);
        RunResult again = (await InitAsync(shop)).ShouldExitWith(0);

        Assert.Contains("lies outside of this repository, and no runner sees it", outside.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("workflows install Hotfix.Tool", inside.Output, StringComparison.Ordinal);
        Assert.Contains("has the hotfix path already; nothing was changed", again.Output, StringComparison.Ordinal);
        Assert.Contains(
            "source=\"$GITHUB_WORKSPACE/feed\"",
            await File.ReadAllTextAsync(Path.Combine(shop.Path, ".github", "step.sh")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task NeverCallsAScriptOfTheTeam()
    {
        TempRepository shop = Make("python-with-a-script-of-its-own");

        RunResult tool = (await InitAsync(shop)).ShouldExitWith(0);

        Assert.Matches(@"build.sh +the team's own +left alone, and never called", tool.Output);
        Assert.Contains("found: .GitVersion.yml (in place of GitVersion.yml)", tool.Output, StringComparison.Ordinal);
        Assert.Contains("found: docs/pull_request_template.md (in place of .github/pull_request_template.md)", tool.Output, StringComparison.Ordinal);
        Assert.Equal("#!/bin/sh\nmake all\n", await File.ReadAllTextAsync(Path.Combine(shop.Path, "build.sh")));
        Assert.All(
            Directory
                .EnumerateFiles(Path.Combine(shop.Path, ".github"), "*", SearchOption.AllDirectories)
                .Append(Path.Combine(shop.Path, "docs", "hotfix-process.md")),
            file => Assert.DoesNotContain("./build.sh", File.ReadAllText(file), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task TakesAnotherFolderForABuildProjectWhereTheFirstIsTaken()
    {
        TempRepository shop = Make("python-with-a-script-of-its-own");
        string feed = _folder.Combine("feed");
        Directory.CreateDirectory(feed);
        await File.WriteAllTextAsync(Path.Combine(feed, "Hotfix.Components.Embedded.1.2.3.nupkg"), "");

        RunResult ignored = await InitAsync(shop, "--build-folder", "build", "--package-source", feed);
        RunResult other = (await InitAsync(shop, "--build-folder", "hotfix", "--package-source", feed)).ShouldExitWith(0);
        RunResult again = (await InitAsync(shop)).ShouldExitWith(0);

        Assert.Contains("HF4258", ignored.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("build: git ignores it", ignored.Output, StringComparison.Ordinal);
        Assert.Contains("a build project in hotfix/, run by ./hotfix/run.sh", other.Output, StringComparison.Ordinal);
        Assert.Contains("has the hotfix path already", again.Output, StringComparison.Ordinal);
        string script = await File.ReadAllTextAsync(Path.Combine(shop.Path, "hotfix", "run.sh"));
        Assert.Contains("\"$root/hotfix/_build.csproj\"", script, StringComparison.Ordinal);
        Assert.Contains("./hotfix/run.sh \"$@\"", await File.ReadAllTextAsync(Path.Combine(shop.Path, ".github", "step.sh")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesABuildProjectThatCouldNotBeCompiledAndWritesNothing()
    {
        TempRepository shop = Make("net-with-a-pin-and-shared-settings");

        RunResult result = await InitAsync(shop, "--build-folder", "hotfix");

        Assert.Contains("HF4259", result.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Equal("", Status(shop));
    }

    [Fact]
    public async Task RemovesNothingWhereNothingWasWritten() =>
        Assert.Contains("HF4260", (await InitAsync(Make("cake"), "--remove")).ShouldExitWith(255).Output, StringComparison.Ordinal);

    private TempRepository Make(string name) => LookAlike.All.Single(one => one.Name == name).MakeAt(_folder.Combine(name));

    private Task<RunResult> InitAsync(TempRepository shop, params string[] more) => HotfixAsync(shop, ["init", .. more]);

    private async Task<RunResult> HotfixAsync(TempRepository shop, string[] arguments, LocalGitHubServer? server = null, string token = "")
    {
        var start = new ProcessStartInfo(await InstalledTool.PathAsync(), [.. arguments, "--no-logo"]) { WorkingDirectory = shop.Path };
        CleanShell.Prepare(start.Environment, _folder.Combine("home"));
        if (server is not null)
        {
            start.Environment["GITHUB_API_URL"] = server.Address.ToString().TrimEnd('/');
            start.Environment["GITHUB_GRAPHQL_URL"] = $"{server.Address}graphql";
            start.Environment["GITHUB_TOKEN"] = token;
        }

        using TargetRun run = TargetRun.Start(start);
        return await run.EndAsync();
    }

    private static string Status(TempRepository shop) => shop.Git(["status", "--short", "--untracked-files=all"]);

    private static string Tree(TempRepository shop) =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(shop.Path, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(shop.Path, file))
                .Where(file => !file.StartsWith($".git{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
}
