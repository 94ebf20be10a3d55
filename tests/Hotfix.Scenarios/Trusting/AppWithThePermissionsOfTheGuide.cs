using System.Text.RegularExpressions;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Trusting;

/// <summary>Both lanes with the credential of an App that has exactly what docs/guide.md says it needs, and nothing else.</summary>
public sealed partial class AppWithThePermissionsOfTheGuide : IAsyncLifetime
{
    private const string App = "shop-hotfix[bot]";
    private HotfixLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task ReleasesInTheStandardLane()
    {
        (await AsTheAppAsync(Of(), "Hotfix", "--fix", _lab.Patch(), "--deadline", "0s")).ShouldExitWith(75);
        await _lab.LetThroughAsync(_lab.Clone.Head);

        RunResult released = await AsTheAppAsync(Of(), "Hotfix");

        released.ShouldExitWith(0);
        await _lab.ShouldBeReleasedOnceAsync();
        Assert.DoesNotContain("HF3004", released.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReleasesInTheExceptionalLaneAndCarriesTheFixOver()
    {
        _lab.MoveMain("src/basket.txt", "half of a feature");
        await _lab.ReportAsync(_lab.MainTip(), "failure");
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        (await AsTheAppAsync(Of(), "Hotfix", "--lane", "exceptional", "--fix", _lab.Patch(), "--deadline", "0s")).ShouldExitWith(75);
        await _lab.LetThroughAsync(_lab.Clone.Head);

        RunResult released = await AsTheAppAsync(Of(), "Hotfix");
        RunResult carried = await AsTheAppAsync(Of(), "ForwardPort");

        Assert.Contains("no deployment of v1.4.3", released.ShouldExitWith(75).LastLine, StringComparison.Ordinal);
        Assert.Equal("v1.4.3", Assert.Single(await _lab.ListAsync("releases"))!["tag_name"]!.GetValue<string>());
        carried.ShouldExitWith(75);
        Assert.Contains((await _lab.ListAsync("pulls?state=open")), pull => pull!["base"]!["ref"]!.GetValue<string>() == "main");
    }

    [Theory]
    [InlineData("contents", "read", "Permission to acme/shop.git denied")]
    [InlineData("pull_requests", "", "pull_requests=read")]
    [InlineData("pull_requests", "read", "pull_requests=write")]
    [InlineData("checks", "", "checks=read")]
    [InlineData("statuses", "", "statuses=read")]
    public async Task IsToldWhichOneIsMissing(string permission, string left, string named)
    {
        Dictionary<string, string> fewer = Of();
        fewer.Remove(permission);
        if (left.Length > 0)
            fewer[permission] = left;

        RunResult refused = await AsTheAppAsync(fewer, "Hotfix", "--fix", _lab.Patch(), "--deadline", "0s");

        refused.ShouldExitWith(255);
        Assert.Contains(named, refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AsksForNoMoreInItsWorkflows()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(RepositoryRoot.Path, ".github", "workflows"), "*.yml")];
        Dictionary<string, string> granted = Of();

        string[] asked =
        [
            .. files
                .SelectMany(File.ReadLines)
                .Select(line => Asked().Match(line))
                .Where(match => match.Success)
                .Select(match => $"{match.Groups["name"].Value.Replace('-', '_')}={match.Groups["level"].Value}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

        // What is asked of the organisation is left to what the App has: a repository of a person has none.
        Assert.Equal(granted.Where(pair => pair.Key != "members").Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal), asked);
    }

    /// <summary>From the sentence of the guide: <c>contents, pull requests, issues and actions: write; checks, commit statuses, … : read</c>.</summary>
    private static Dictionary<string, string> Of()
    {
        string guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "guide.md"));
        Match match = Granted().Match(guide);
        Assert.True(match.Success, "docs/guide.md does not say which permissions the App needs.");
        return match
            .Groups["list"]
            .Value.Split("; ")
            .Select(part => part.Split(": "))
            .SelectMany(part => part[0].Split([", ", " and "], StringSplitOptions.None).Select(name => (Name: Spelled(name), Level: part[1])))
            .ToDictionary(one => one.Name, one => one.Level);
    }

    private static string Spelled(string name) => name == "commit statuses" ? "statuses" : name.Replace(' ', '_');

    private Task<RunResult> AsTheAppAsync(Dictionary<string, string> permissions, string target, params string[] more)
    {
        string[] arguments = target == "Hotfix" ? [target, "--description", HotfixLab.Description, "--check-grace", "0s"] : [target];
        return _lab.RunAsAsync(App, [.. arguments, "--poll-interval", "1s", .. more], permissions);
    }

    [GeneratedRegex("environment `hotfix`; (?<list>[a-z, ]+ and [a-z ]+: write; [a-z, ]+ and [a-z ]+: read)\\)")]
    private static partial Regex Granted();

    [GeneratedRegex("^ +permission-(?<name>[a-z-]+): (?<level>read|write)$")]
    private static partial Regex Asked();
}
