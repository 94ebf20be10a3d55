using System.Text.Json;
using Hotfix.Drill.Players;

namespace Hotfix.Drill;

/// <summary>Looks at what a hotfix of production's own line left: its branch, its tag and release, and what the machines run.</summary>
internal sealed class SupportLineVerification(DrillCast cast, Fleet fleet, Promises promises)
{
    public async Task RunAsync(string production, (string Tag, string Merge, string Head) released, int oldReleases, CancellationToken cancellationToken)
    {
        await HistoryAsync(production, released, cancellationToken);
        await ReleasesAsync(oldReleases, released.Tag, cancellationToken);
        if (cast.Rehearsal.Habits.Deployment is not null)
            return;

        foreach (string environment in new[] { Pipeline.Staging, Pipeline.Production })
            await DeploymentAsync(environment, released.Merge, cancellationToken);
    }

    private async Task HistoryAsync(string production, (string Tag, string Merge, string Head) released, CancellationToken cancellationToken)
    {
        string parents = await GitAsync(["rev-list", "--parents", "--max-count=1", released.Merge], cancellationToken);
        string expected = cast.Rehearsal.Habits.IsSquashed ? $"{released.Merge} {production}" : $"{released.Merge} {production} {released.Head}";
        promises.Require("the support line is production's commit, and the fix on it", parents == expected, parents);
        string tip = await GitAsync(["rev-parse", "refs/heads/support/1.4"], cancellationToken);
        promises.Require("nothing else is on the support branch", tip == released.Merge, tip);
        string tagged = await GitAsync(["rev-parse", $"refs/tags/{released.Tag}^{{commit}}"], cancellationToken);
        promises.Require($"{released.Tag}, the next free patch, names the merge commit", tagged == released.Merge, tagged);
        string text = await GitAsync(["cat-file", "-p", $"refs/tags/{released.Tag}"], cancellationToken);
        promises.Require($"{released.Tag} says that it is a hotfix tag", text.Contains("Hotfix-Lane: exceptional", StringComparison.Ordinal), text);
    }

    private async Task ReleasesAsync(int oldReleases, string tag, CancellationToken cancellationToken)
    {
        JsonElement[] all = [.. (await cast.Api.GetAsync("releases?per_page=100", cancellationToken)).EnumerateArray()];
        promises.Require(
            "exactly one release is new, and no draft is left",
            all.Length == oldReleases + 1 && all.All(release => !release.GetProperty("draft").GetBoolean()),
            $"{all.Length - oldReleases} new"
        );
        string latest = (await cast.Api.GetAsync("releases/latest", cancellationToken)).Text("tag_name");
        promises.Require($"the latest release is still the higher v1.5.0, not {tag}", latest == "v1.5.0", latest);
    }

    private async Task DeploymentAsync(string environment, string merge, CancellationToken cancellationToken)
    {
        JsonElement[] deployments = [.. (await cast.Api.GetAsync($"deployments?environment={environment}&sha={merge}", cancellationToken)).EnumerateArray()];
        string[] states = await Task.WhenAll(
            deployments.Select(async deployment =>
                (await cast.Api.GetAsync($"deployments/{deployment.GetProperty("id").GetInt64()}/statuses", cancellationToken))
                    .EnumerateArray()
                    .Select(status => status.Text("state"))
                    .FirstOrDefault()
                ?? "none"
            )
        );
        promises.Require($"GitHub has a successful deployment of that commit to {environment}", states.Contains("success"), string.Join(", ", states));
        promises.Require($"{environment} answers that commit", fleet.Runs(environment).Contains(merge, StringComparison.Ordinal), fleet.Runs(environment));
    }

    private Task<string> GitAsync(string[] arguments, CancellationToken cancellationToken) =>
        cast.Git.RunAsync(cast.Folder.Mirror, arguments, cancellationToken);
}
