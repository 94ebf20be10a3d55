using System.Text;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Release notes in the form that GitHub generates: the merged pull requests since the previous release.</summary>
internal static class ReleaseNotes
{
    public static async Task<(string Name, string Body)> GenerateAsync(ApiRequest request, string tag, string target)
    {
        BareRepository git = request.Repository.Git;
        string head = await git.ResolveCommitAsync(tag, request.Cancellation)
            ?? await git.ResolveCommitAsync(target, request.Cancellation)
            ?? throw ApiFailure.Invalid("Release", "invalid", "target_commitish");
        string? previous = request.Text("previous_tag_name")
            ?? request.Repository.Releases.Where(release => !release.Draft && release.TagName != tag).MaxBy(release => release.Id)?.TagName;
        string? from = previous is null ? null : await git.ResolveCommitAsync(previous, request.Cancellation);
        var commits = (await git.History.CommitsAsync(from, head, request.Cancellation)).ToHashSet(StringComparer.Ordinal);

        var view = Viewpoint.Of(request);
        var body = new StringBuilder();
        PullRequest[] merged = [.. request.Repository.PullRequests.Values.Where(pull => pull.Merge is not null && commits.Contains(pull.Merge.Sha))];
        if (merged.Length > 0)
            body.Append("## What's Changed\n");

        foreach (PullRequest pull in merged)
            body.Append($"* {pull.Issue.Title} by @{pull.Issue.User.Login} in {view.Web}/pull/{pull.Number}\n");

        string range = previous is null ? $"commits/{tag}" : $"compare/{previous}...{tag}";
        body.Append($"\n\n**Full Changelog**: {view.Web}/{range}");
        return (tag, body.ToString());
    }
}
