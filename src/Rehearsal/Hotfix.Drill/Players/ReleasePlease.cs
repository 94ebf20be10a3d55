using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Drill.Output;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Rehearsals;

namespace Hotfix.Drill.Players;

/// <summary>
/// release-please, by its own rules: a fix or a feature among the subjects of the base branch since the newest tag makes it open a pull request with the next
/// version;
/// that one merged, it sets the tag and publishes the release. Other subjects it does not see.
/// </summary>
internal sealed partial class ReleasePlease(GitHubApi api, GitCommands git, (string Folder, string CloneAddress) at, IRehearsal rehearsal, Scene scene)
{
    /// <summary>Every branch of its kind begins so.</summary>
    public const string BranchPrefix = "release-please--branches--";

    private readonly string _clone = Path.Combine(at.Folder, "release-please");

    private string Branch => $"{BranchPrefix}{rehearsal.BaseBranch}";

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await git.RunAsync(at.Folder, ["clone", "--quiet", at.CloneAddress, _clone], cancellationToken);
        while (true)
        {
            Moment look = scene.Now();

            // Looked at once: what is merged meanwhile is neither open nor merged to a look that asks twice.
            JsonElement[] pulls = await PullsAsync(cancellationToken);
            if (await MergedAsync(pulls, cancellationToken) is { } merge)
                await PublishAsync(merge, cancellationToken);
            else if (pulls.All(pull => pull.Text("state") != "open") && await NextAsync(cancellationToken) is { } version)
                await ProposeAsync(version, cancellationToken);

            await scene.NewsAsync(look, cancellationToken);
        }
    }

    // The newest tag, and what the subjects since then ask for.
    private async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        await git.RunAsync(_clone, ["fetch", "--quiet", "--tags", "origin"], cancellationToken);
        string newest = await git.RunAsync(_clone, ["describe", "--tags", "--abbrev=0", $"origin/{rehearsal.BaseBranch}"], cancellationToken);
        string[] subjects = (await git.RunAsync(_clone, ["log", "--format=%s", $"{newest}..origin/{rehearsal.BaseBranch}"], cancellationToken)).Split('\n');
        string[] types = [.. subjects.Select(subject => Releasable().Match(subject)).Where(match => match.Success).Select(match => match.Groups["type"].Value)];
        int[] numbers = [.. newest[rehearsal.Habits.TagPrefix.Length..].Split('.').Select(int.Parse)];
        return types.Length == 0 ? null
            : types.Contains("feat") ? $"{numbers[0]}.{numbers[1] + 1}.0"
            : $"{numbers[0]}.{numbers[1]}.{numbers[2] + 1}";
    }

    private async Task ProposeAsync(string version, CancellationToken cancellationToken)
    {
        await git.RunAsync(_clone, ["switch", "--quiet", "--force-create", Branch, $"origin/{rehearsal.BaseBranch}"], cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_clone, "CHANGELOG.md"), $"# Changelog\n\n## {version}\n", cancellationToken);
        string title = $"chore({rehearsal.BaseBranch}): release {version}";
        await git.CommitAsync(_clone, new SampleCommit("", title, "release-please", scene.Clock.GetUtcNow()), cancellationToken);
        await git.RunAsync(_clone, ["push", "--quiet", "--force", "origin", Branch], cancellationToken);
        JsonObject pull = new()
        {
            ["title"] = title,
            ["head"] = Branch,
            ["base"] = rehearsal.BaseBranch,
        };
        int number = (await api.PostAsync("pulls", pull, cancellationToken)).GetProperty("number").GetInt32();
        scene.Progress.Say("release-please", $"opened #{number} '{title}'");
    }

    // Merged, and not tagged yet.
    private async Task<(string Sha, string Version)?> MergedAsync(JsonElement[] pulls, CancellationToken cancellationToken)
    {
        foreach (JsonElement pull in pulls.Where(pull => pull.Text("merged_at").Length > 0))
        {
            string version = pull.Text("title").Split(' ')[^1];
            JsonElement releases = await api.GetAsync("releases?per_page=100", cancellationToken);
            if (releases.EnumerateArray().All(release => release.Text("tag_name") != rehearsal.Habits.TagPrefix + version))
                return (pull.Text("merge_commit_sha"), version);
        }

        return null;
    }

    private async Task PublishAsync((string Sha, string Version) merge, CancellationToken cancellationToken)
    {
        string tag = rehearsal.Habits.TagPrefix + merge.Version;
        await api.PostAsync(
            "releases",
            new JsonObject
            {
                ["tag_name"] = tag,
                ["target_commitish"] = merge.Sha,
                ["name"] = tag,
                ["body"] = $"## {merge.Version}",
            },
            cancellationToken
        );
        scene.Progress.Say("release-please", $"released {tag} at {merge.Sha[..7]}");
    }

    private async Task<JsonElement[]> PullsAsync(CancellationToken cancellationToken) =>
        [.. (await api.GetAsync("pulls?state=all", cancellationToken)).EnumerateArray().Where(pull => pull.Text("head", "ref") == Branch)];

    [GeneratedRegex(@"^(?<type>feat|fix)(\([^()]+\))?!?: ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Releasable();
}
