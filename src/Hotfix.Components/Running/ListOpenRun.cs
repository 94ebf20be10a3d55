using System.Text.Json;
using Hotfix.Core.Conventions;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Running;

/// <summary>One run of <c>ListOpen</c>.</summary>
internal sealed class ListOpenRun(RunContext run)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        GitHubAreas github = services.RequiredGitHub;
        HotfixRequest request = run.Request;
        BranchPrefix prefix = request.Conventions.Hotfixes;
        RemoteRefs remote = services.Remote ?? await services.GitReader.ReadRemoteAsync(request.Remote, cancellationToken);
        DateTimeOffset now = services.Clock.GetUtcNow();

        // Branches are asked about one by one, since newer pull requests would hide theirs; after a merge the branch may be gone.
        List<PullRequest> found = [.. await github.PullRequests.ListMergedAsync(prefix.Text, now - OpenHotfixes.AfterMerge, int.MaxValue, cancellationToken)];
        foreach (BranchName branch in remote.Branches.Keys.Where(prefix.Fits))
        {
            found.AddRange(
                (await github.PullRequests.ListAsync(branch, cancellationToken)).Where(one => one is { State: PullRequestState.Open, IsForeign: false })
            );
        }

        IReadOnlyList<OpenHotfix> hotfixes = OpenHotfixes.Of(found, now, request.Conventions);
        if (request.Branch is { } wanted)
            hotfixes = OpenHotfixes.Only(hotfixes, wanted, request.Lane, remote);

        foreach (OpenHotfix hotfix in hotfixes)
            Log.Information("under way: {Description:l} ({Lane:l}), {Url:l}", hotfix.Description, Lane(hotfix), hotfix.Url);

        if (hotfixes.Count == 0)
            Log.Information("no hotfix is under way");

        if (Environment.GetEnvironmentVariable("GITHUB_OUTPUT") is { Length: > 0 } file)
        {
            string text = $"hotfixes={Json(hotfixes)}\nuntested={Json(hotfixes.Where(hotfix => hotfix.Untested is not null))}\n";
            await File.AppendAllTextAsync(file, SecretMask.Mask(text), cancellationToken);
        }
    }

    private static string Json(IEnumerable<OpenHotfix> hotfixes) =>
        JsonSerializer.Serialize(
            hotfixes.Select(hotfix => new
            {
                description = hotfix.Description,
                lane = Lane(hotfix),
                sha = hotfix.Untested?.Value ?? "",
            })
        );

    private static string Lane(OpenHotfix hotfix) => hotfix.Lane.ToString().ToLowerInvariant();
}
