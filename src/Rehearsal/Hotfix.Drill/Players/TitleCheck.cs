using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Drill.Output;

namespace Hotfix.Drill.Players;

/// <summary>The team's workflow that reads the title of every pull request, and fails where it is none of Conventional Commits.</summary>
internal sealed partial class TitleCheck(GitHubApi api, Scene scene)
{
    /// <summary>The name of the check that the base branch requires.</summary>
    public const string CheckName = "title";

    private readonly HashSet<(string Sha, string Title)> _read = [];

    /// <summary>Works until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Moment look = scene.Now();
            foreach (JsonElement pull in (await api.GetAsync("pulls?state=open", cancellationToken)).EnumerateArray())
            {
                if (_read.Add((pull.Text("head", "sha"), pull.Text("title"))))
                    await ReportAsync(pull, cancellationToken);
            }

            await scene.NewsAsync(look, cancellationToken);
        }
    }

    private async Task ReportAsync(JsonElement pull, CancellationToken cancellationToken)
    {
        string title = pull.Text("title");
        string conclusion = Conventional().IsMatch(title) ? "success" : "failure";
        await api.PostAsync(
            "check-runs",
            new JsonObject
            {
                ["name"] = CheckName,
                ["head_sha"] = pull.Text("head", "sha"),
                ["status"] = "completed",
                ["conclusion"] = conclusion,
                ["output"] = new JsonObject { ["title"] = $"'{title}'", ["summary"] = $"'{title}'" },
            },
            cancellationToken
        );
        scene.Progress.Say("ci", $"check '{CheckName}' on '{title}': {conclusion}");
    }

    [GeneratedRegex(
        @"^(feat|fix|docs|style|refactor|perf|test|build|ci|chore|revert)(\([^()]+\))?!?: \S",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Conventional();
}
