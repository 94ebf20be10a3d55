using Hotfix.Core.Conventions;

namespace Hotfix.Core.Adopting;

/// <summary>What the workflows that a repository has already need, so that hotfixes get through them. Advice: nobody changes them but their owners.</summary>
internal static class WorkflowAdvice
{
    /// <summary>What a release workflow must say, and the lines to add where it does not.</summary>
    private static readonly (string Word, string Why, string Lines)[] OfRelease =
    [
        (
            "workflow_dispatch",
            "a tag that a workflow's own token pushed starts nothing, so the release is also started by hand, and by AwaitDeploy",
            "+  workflow_dispatch:\n+    inputs:\n+      tag: { description: Release tag, type: string, required: true }"
        ),
        ("tags:", "release tags start it", "+  push:\n+    tags: [\"v*\"]"),
        (
            "DescribeRelease",
            "a hotfix tag (trailer 'Hotfix-Lane: exceptional') is told apart from one of the main branch",
            "+      - run: ./build.sh DescribeRelease"
        ),
        (
            "hotfix-staging",
            "the exceptional lane is verified on staging before production",
            "+    environment: hotfix-staging\n+    steps:\n+      - run: ./build.sh Deploy Verify --environment hotfix-staging"
        ),
        ("queue: max", "of two releases that wait, GitHub would drop the older one", "+  queue: max"),
        (
            "forward-port.yml",
            "the fix must come back to the main branch, with a credential that no job on a tag has",
            "+      - run: gh workflow run forward-port.yml --ref <the default branch>   # permissions: actions: write"
        ),
    ];

    /// <summary>Lines to print; empty when nothing is to be said.</summary>
    /// <param name="facts">The repository.</param>
    /// <param name="ours">The text that <c>release.yml</c> would have.</param>
    /// <param name="conventions">What the team calls its tags and branches.</param>
    /// <param name="defaultBranch">The branch that everything goes into.</param>
    public static IReadOnlyList<string> Of(AdoptionFacts facts, string ours, HotfixConventions conventions, string defaultBranch)
    {
        string tags = (conventions.Tags ?? TagPattern.Default).Glob;
        IReadOnlyDictionary<string, string> workflows = facts.WorkflowFiles;
        List<string> lines = [];
        foreach (
            (string name, string text) in workflows
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .Where(file =>
                    IsRelease(file.Key, file.Value, tags)
                    && !file.Value.Contains(AdoptedTool.Mark, StringComparison.Ordinal)
                    && file.Value.ReplaceLineEndings("\n") != ours
                )
        )
        {
            (string Word, string Why, string Lines)[] missing = [.. OfRelease.Where(need => !text.Contains(need.Word, StringComparison.Ordinal))];
            if (missing.Length == 0)
                continue;

            lines.Add($".github/workflows/{name} releases; to handle hotfix tags it needs:");
            foreach ((_, string why, string added) in missing)
                lines.AddRange([$"  # {why}", .. added.Replace("v*", tags, StringComparison.Ordinal).Split('\n')]);
        }

        if (!workflows.Values.Any(text => text.Contains(conventions.Support.Prefix, StringComparison.Ordinal)))
        {
            lines.Add(
                $"no workflow runs for {conventions.Support.Glob} yet: let the one with the required checks run on pull_request and push for [{defaultBranch}, \"{conventions.Support.Glob}\"]"
            );
        }

        return lines;
    }

    private static bool IsRelease(string name, string text, string tags) =>
        name is "release.yml" or "release.yaml" || (text.Contains("tags:", StringComparison.Ordinal) && text.Contains(tags, StringComparison.Ordinal));
}
