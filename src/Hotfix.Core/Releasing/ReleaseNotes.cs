using System.Text;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Releasing;

/// <summary>The words of a release: from the pull request for a hotfix, else from what lies between the tags.</summary>
internal sealed class ReleaseNotes(HotfixRequest request, Snapshot snapshot, ReleaseTag tag)
{
    public string Title => tag.Name;

    /// <summary>The annotated tag's message; its trailers are read by machines (git-interpret-trailers(1)).</summary>
    public string TagMessage
    {
        get
        {
            var text = new StringBuilder($"Release {tag}\n");
            if (snapshot.PullRequest is { } pullRequest)
                text.Append($"\n{OneLine(pullRequest.Title)}\n");

            if (snapshot.PullRequest is not null || snapshot.Lane == Lane.Exceptional)
                text.Append($"\nHotfix-Lane: {snapshot.Lane.ToString().ToLowerInvariant()}\n");

            if (snapshot.PullRequest is { } merged)
                text.Append($"Hotfix-Pull-Request: {merged.Url}\n");

            return text.ToString();
        }
    }

    public string Markdown
    {
        get
        {
            var text = new StringBuilder($"{PlanStep.DraftRelease.Mark.Text}\n");
            if (snapshot.PullRequest is { } pullRequest)
            {
                text.Append($"{MarkdownText.Escape(pullRequest.Title)} (#{pullRequest.Number}) by {MarkdownText.Code(pullRequest.Author)}.\n\n");
                if (request.Incident is { } incident)
                    text.Append($"Incident: {incident}\n\n");

                text.Append("| link of the chain | commit |\n|---|---|\n");
                foreach (ShaLink link in ShaChain.Of(snapshot))
                    text.Append($"| {link.Name} | {link.Sha} |\n");
            }
            else
            {
                text.Append($"Released from {snapshot.BaseBranch} at {snapshot.Release!.Commit}.\n");
            }

            if (snapshot is { Remote.Product: { } product, Release.ProductCommits: { Count: > 0 } commits })
            {
                text.Append(
                    $"\nIn {product}:\n\n{string.Join('\n', commits.Select(commit => $"- {MarkdownText.Escape(commit.Subject)} ({commit.Sha.Short})"))}\n"
                );
            }

            if (snapshot.Release!.BaseTag is { } baseTag)
                text.Append($"\nChanges since {baseTag}: `{baseTag}...{tag}`\n");

            return text.Append(ReleaseGate.AcceptedMarkdown(request, snapshot.Release) is { Length: > 0 } accepted ? $"\n{accepted}" : "").ToString();
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
