using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Reporting;

/// <summary>
/// The report for programs, as docs/report.schema.json describes it. Times are UTC, durations whole seconds, what is not known is <c>null</c>.
/// </summary>
internal static class ReportJson
{
    /// <summary>Grows when something is taken away or means something else; not when something is added.</summary>
    public const int Schema = 1;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The document's text.</summary>
    public static string Compose(DeliveryReport report) =>
        new JsonObject
        {
            ["schema"] = Schema,
            ["repository"] = report.Repository,
            ["from"] = Time(report.From),
            ["until"] = Time(report.Until),
            ["deploymentsAre"] = report.IsByReleases ? "releases" : "deployments",
            ["figures"] = Figures(report.Figures),
            ["months"] = new JsonArray([.. report.Months.Select(Month)]),
            ["hotfixes"] = new JsonArray([.. report.Hotfixes.Select(Hotfix)]),
            ["definitions"] = new JsonObject(
                Definitions.Of(report.IsByReleases).Select(definition => KeyValuePair.Create(definition.Name, (JsonNode?)definition.Text))
            ),
            ["notes"] = new JsonArray([.. report.Notes.Select(note => JsonValue.Create(note))]),
        }.ToJsonString(Indented) + "\n";

    /// <summary><c>notNeeded</c>, <c>open</c>, <c>done</c>; <c>null</c> when it is not known.</summary>
    public static string? Word(CarriedOver carried) =>
        carried switch
        {
            CarriedOver.NotNeeded => "notNeeded",
            CarriedOver.Open => "open",
            CarriedOver.Done => "done",
            _ => null,
        };

    /// <summary><c>none</c>, <c>open</c> or <c>done</c>.</summary>
    public static string Word(PostMortemProgress progress) =>
        progress switch
        {
            PostMortemProgress.Open => "open",
            PostMortemProgress.Done => "done",
            _ => "none",
        };

    private static JsonObject Figures(DeliveryFigures figures) =>
        new()
        {
            ["hotfixes"] = figures.Hotfixes,
            ["deployments"] = figures.Deployments,
            ["timeToRestore"] = Durations(figures.TimeToRestore),
            ["leadTime"] = Durations(figures.LeadTime),
            ["waitingForReview"] = Durations(figures.WaitingForReview),
            ["waitingForChecks"] = Durations(figures.WaitingForChecks),
            ["waitingForDeployment"] = Durations(figures.WaitingForDeployment),
            ["changeFailureRate"] = Share(figures.ChangeFailureRate),
            ["deploymentReworkRate"] = Share(figures.ReworkRate),
        };

    private static JsonNode Month(MonthOfDelivery month)
    {
        JsonObject json = Figures(month.Figures);
        json.Insert(0, "month", month.First.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        json["averageSpent"] = month.Spent.Count == 0 ? null : Spent(occupation => month.Spent[occupation]);
        return json;
    }

    private static JsonNode Hotfix(ReportedHotfix hotfix) =>
        new JsonObject
        {
            ["pullRequest"] = hotfix.PullRequest.Number,
            ["url"] = hotfix.PullRequest.Url,
            ["branch"] = hotfix.Branch.Value,
            ["title"] = hotfix.Title,
            ["author"] = hotfix.Author,
            ["lane"] = hotfix.Lane == Lane.Exceptional ? "exceptional" : "standard",
            ["release"] = hotfix.Tag?.Name,
            ["mergedAt"] = Time(hotfix.MergedAt),
            ["restoredAt"] = Time(hotfix.Timeline.Restored?.At),
            ["size"] = new JsonObject
            {
                ["files"] = hotfix.Size.Files,
                ["linesAdded"] = hotfix.Size.LinesAdded,
                ["linesRemoved"] = hotfix.Size.LinesRemoved,
                ["testFiles"] = hotfix.Size.TestFiles,
            },
            ["timeToRestore"] = Seconds(hotfix.TimeToRestore),
            ["leadTime"] = Seconds(hotfix.LeadTime),
            ["waitingForReview"] = Seconds(hotfix.WaitingForReview),
            ["waitingForChecks"] = Seconds(hotfix.WaitingForChecks),
            ["waitingForDeployment"] = Seconds(hotfix.WaitingForDeployment),
            ["spent"] = Spent(occupation => hotfix.Timeline.Of(occupation)),
            ["moments"] = new JsonArray([
                .. hotfix.Timeline.Moments.Select(moment => new JsonObject
                {
                    ["kind"] = Camel(moment.Kind.ToString()),
                    ["at"] = Time(moment.At),
                    ["source"] = moment.Source,
                }),
            ]),
            ["overrides"] = hotfix.Overrides is { } overrides
                ? new JsonArray([.. overrides.Select(it => new JsonObject { ["what"] = it.What, ["reason"] = it.Reason })])
                : null,
            ["forwardPort"] = Word(hotfix.ForwardPort),
            ["postMortem"] = Word(hotfix.PostMortem),
        };

    private static JsonObject Spent(Func<Occupation, TimeSpan> of) =>
        new(Enum.GetValues<Occupation>().Select(occupation => KeyValuePair.Create(Camel(occupation.ToString()), (JsonNode?)Seconds(of(occupation)))));

    private static JsonObject? Durations(Distribution? distribution) =>
        distribution is null
            ? null
            : new()
            {
                ["count"] = distribution.Count,
                ["median"] = Seconds(distribution.Median),
                ["p90"] = Seconds(distribution.P90),
                ["isSmallSample"] = distribution.IsSmall,
            };

    private static JsonObject? Share(Rate? rate) =>
        rate is null
            ? null
            : new()
            {
                ["part"] = rate.Part,
                ["whole"] = rate.Whole,
                ["isSmallSample"] = rate.IsSmall,
            };

    private static long? Seconds(TimeSpan? value) => value is { } span ? (long)span.TotalSeconds : null;

    private static string? Time(DateTimeOffset? value) => value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
