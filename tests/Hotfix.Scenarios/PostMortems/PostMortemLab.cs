using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.PostMortems;

/// <summary>What scenarios of post-mortems have in common.</summary>
internal static partial class PostMortemLab
{
    /// <summary>Issues with the label, open or not, newest first.</summary>
    public static Task<JsonArray> PostMortemsAsync(this HotfixLab lab) => lab.ListAsync("issues?labels=post-mortem&state=all");

    /// <summary>A hotfix from nothing to its release, and what the umbrella does after that.</summary>
    public static async Task<RunResult> HotfixToTheEndAsync(this HotfixLab lab, string description = HotfixLab.Description, params string[] more)
    {
        RunResult result = await lab.PlayAsync(lab.Start(Players.HotfixOf(description, lab.Patch(), more)));
        return result.ShouldExitWith(0);
    }

    /// <summary>The whole that the table says, and the sum of its parts, in seconds.</summary>
    public static (int Whole, int Parts) Spent(string text)
    {
        (string Name, int Seconds)[] rows = [.. SpentRow().Matches(text).Select(row => (row.Groups["name"].Value, Seconds(row.Groups["time"].Value)))];
        return (rows.Single(row => row.Name == "in all").Seconds, rows.Where(row => row.Name != "in all").Sum(row => row.Seconds));
    }

    /// <summary>What the timeline says: each time, the duration since the one before in seconds (0 for the first), and what.</summary>
    public static (DateTimeOffset At, int Since, string What)[] Timeline(string text) =>
        [
            .. TimelineRow()
                .Matches(text)
                .Select(row =>
                    (
                        DateTimeOffset.ParseExact(
                            row.Groups["at"].Value,
                            "yyyy-MM-dd HH:mm:ss 'UTC'",
                            CultureInfo.InvariantCulture,
                            DateTimeStyles.AssumeUniversal
                        ),
                        Seconds(row.Groups["since"].Value),
                        row.Groups["what"].Value
                    )
                ),
        ];

    private static int Seconds(string duration) =>
        Part()
            .Matches(duration)
            .Sum(part =>
                int.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)
                * part.Groups["unit"].Value switch
                {
                    "d" => 86_400,
                    "h" => 3_600,
                    "min" => 60,
                    _ => 1,
                }
            );

    [GeneratedRegex(
        @"^\| \*{0,2}(?<name>finding and fixing|waiting for checks|waiting for review|waiting for the merge|releasing|deploying and verifying|in all)(, so far)?\*{0,2} \| \*{0,2}(?<time>[^|*]+?)\*{0,2} \|$",
        RegexOptions.Multiline
    )]
    private static partial Regex SpentRow();

    [GeneratedRegex(@"^\| (?<at>[0-9 :-]+ UTC) \| (?<since>[^|]*) \| (?<what>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex TimelineRow();

    [GeneratedRegex(@"(?<number>\d+) (?<unit>d|h|min|s)\b")]
    private static partial Regex Part();
}
