using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotfix.Drill.Players;

namespace Hotfix.Drill;

/// <summary>Looks at what the hotfix told people: its thread, the post-mortem, and the summaries of its runs.</summary>
internal sealed partial class StoryVerification(GitHubApi api, Promises promises)
{
    /// <summary>Checks that the story is told once, and adds up.</summary>
    /// <param name="chain">The pull request, the commits and the tag that the thread has to name.</param>
    /// <param name="summary">The file that GitHub Actions would show as the job's summary.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task RunAsync(DrillChain chain, string summary, CancellationToken cancellationToken)
    {
        await ThreadAsync(chain, cancellationToken);
        await PostMortemAsync(chain.Tag, cancellationToken);
        string text = File.Exists(summary) ? await File.ReadAllTextAsync(summary, cancellationToken) : "";
        promises.Require(
            $"the job's summary says that {chain.Tag} is released, with its timeline",
            text.Contains(chain.Tag, StringComparison.Ordinal) && text.Contains("| merged |", StringComparison.Ordinal),
            text.Length == 0 ? "no summary" : text
        );
    }

    private async Task ThreadAsync(DrillChain chain, CancellationToken cancellationToken)
    {
        bool isFirst = (await api.GetAsync("releases?per_page=100", cancellationToken)).EnumerateArray().All(release => release.Text("tag_name") == chain.Tag);
        string[] comments =
        [
            .. (await api.GetAsync($"issues/{chain.PullRequest}/comments?per_page=100", cancellationToken))
                .EnumerateArray()
                .Select(comment => comment.Text("body"))
                .Where(body => body.Contains("<!-- hotfix:thread/", StringComparison.Ordinal)),
        ];
        promises.Require($"pull request #{chain.PullRequest} has one thread", comments.Length == 1, $"{comments.Length}");
        string thread = comments.Length > 0 ? comments[0] : "";
        foreach ((string what, string part) in new[] { ("the base", chain.Base), ("the head", chain.Head), ("the merge commit", chain.Merge) })
            promises.Require($"the thread tells {what}", thread.Contains(part, StringComparison.Ordinal), thread);

        promises.Require(
            isFirst ? "the thread tells no way back, since nothing was released before" : "the thread tells the way back",
            thread.Contains(" Rollback --to ", StringComparison.Ordinal) != isFirst,
            thread
        );
    }

    private async Task PostMortemAsync(string tag, CancellationToken cancellationToken)
    {
        JsonElement[] all =
        [
            .. (await api.GetAsync("issues?state=all&labels=post-mortem", cancellationToken))
                .EnumerateArray()
                .Where(issue => issue.Text("title").Contains(tag, StringComparison.Ordinal)),
        ];
        promises.Require($"there is one post-mortem of {tag}", all.Length == 1, $"{all.Length}");
        string body = all.Length > 0 ? all[0].Text("body") : "";
        (TimeSpan sum, TimeSpan whole) = Durations(body);
        promises.Require("the durations in it add up", whole > TimeSpan.Zero && sum == whole, $"{sum} in parts, {whole} in all");
        promises.Require("it asks what people know", body.Contains("Root cause", StringComparison.Ordinal), body);
    }

    private static (TimeSpan Sum, TimeSpan Whole) Durations(string body)
    {
        int begin = body.IndexOf("| where the time went |", StringComparison.Ordinal);
        if (begin < 0)
            return default;

        TimeSpan sum = TimeSpan.Zero;
        foreach (Match row in Row().Matches(body[begin..]))
        {
            var time = TimeSpan.FromSeconds(
                Part()
                    .Matches(row.Groups["time"].Value)
                    .Sum(part => int.Parse(part.Groups["count"].Value, CultureInfo.InvariantCulture) * Seconds(part.Groups["unit"].Value))
            );
            if (row.Groups["what"].Value.StartsWith("**", StringComparison.Ordinal))
                return (sum, time);

            sum += time;
        }

        return (sum, TimeSpan.Zero);
    }

    private static int Seconds(string unit) =>
        unit switch
        {
            "d" => 86_400,
            "h" => 3_600,
            "min" => 60,
            _ => 1,
        };

    [GeneratedRegex(@"^\| (?<what>[^|]+) \| \**(?<time>[0-9][^|*]*)\** \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex("(?<count>[0-9]+) (?<unit>d|h|min|s)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
