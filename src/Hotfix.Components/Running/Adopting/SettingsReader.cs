using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Core.Adopting;
using Hotfix.Core.Policies;
using Hotfix.Core.Requests;

namespace Hotfix.Components.Running.Adopting;

/// <summary>The settings of the repository, as its parameters file has them.</summary>
internal static class SettingsReader
{
    public const string FileName = ".nuke/parameters.json";

    // What the team calls things, and whom it leaves versions and releases to: texts, which are taken over as they are.
    private static readonly string[] Words =
    [
        nameof(IHazHotfix.Base),
        nameof(IHazHotfix.TagPattern),
        nameof(IHazHotfix.Product),
        nameof(IHazHotfix.ProductFolder),
        nameof(IHazHotfix.Title),
        nameof(IHazHotfix.HotfixPrefix),
        nameof(IHazHotfix.ForwardPortPrefix),
        nameof(IHazHotfix.RevertPrefix),
        nameof(IHazHotfix.SupportPattern),
        nameof(IHazHotfix.VersionCommand),
        nameof(IHazHotfix.ReleaseStrategy),
        nameof(IHazHotfix.ReleaseWorkflow),
    ];

    private static readonly JsonSerializerOptions ForPeople = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A parameters file without settings.</summary>
    public static string Empty { get; } = Write([]);

    /// <param name="text">The repository's parameters file, with what this run was given.</param>
    public static AdoptionSettings Read(string text)
    {
        JsonObject file = Parse(text);
        return new AdoptionSettings
        {
            MaxFiles = file["MaxFiles"]?.GetValue<int>() ?? SizeBudget.Default.MaxFiles,
            MaxLines = file["MaxLines"]?.GetValue<int>() ?? SizeBudget.Default.MaxLines,
            RequiresTest = file["RequireTest"]?.GetValue<bool>() ?? SizeBudget.Default.RequiresTest,
            ForbiddenPaths = List(file, "ForbiddenPaths") ?? SizeBudget.Default.ForbiddenPaths,
            Labels = List(file, "Labels") ?? ["hotfix"],
            Reviewers = List(file, "Reviewers") ?? [],
            RequiredChecks = List(file, "RequiredChecks") ?? [],
            TestCommand = Word(file, "TestCommand"),
            TestResults = List(file, "TestResults") ?? [],
            Solution = Word(file, nameof(IRunTests.TestSolution)) ?? Word(file, "Solution"),
            MergeMethod = Word(file, "MergeMethod"),
            ProductionEnvironment = Word(file, "ProductionEnvironment") ?? "production",
            StagingEnvironment = Word(file, "StagingEnvironment") ?? "hotfix-staging",
            ProductionVariable = Word(file, "ProductionVariable"),
            HealthUrl = Word(file, "HealthUrl"),
            DeployCommand = Word(file, "DeployCommand"),
            DeployWorkflow = Word(file, "DeployWorkflow"),
            DeploysNothing = file["NoDeployment"]?.GetValue<bool>() ?? false,
            ResumesByTheClock = RequestParser.Choice<ResumeSchedule>("--resume-schedule", Word(file, "ResumeSchedule")) != ResumeSchedule.Off,
            ReleaseStrategy = Word(file, "ReleaseStrategy"),
            ReleaseWorkflow = Word(file, "ReleaseWorkflow"),
            Base = Word(file, "Base"),
            TagPattern = Word(file, "TagPattern"),
            Product = Word(file, "Product"),
            Title = Word(file, "Title"),
            App = Word(file, "HotfixApp"),
            Said = SaidBy(name => TextOf(file, name)),
            Conventions = GivenNames.From(name => TextOf(file, name) is { } said && !IsOfAProduct(said, file) ? said : null).Parse(),
        };
    }

    // One text for all products says nothing of a repository's own workflows: each run names its product.
    private static bool IsOfAProduct(string text, JsonObject file) =>
        text.Contains("{product}", StringComparison.Ordinal) && file[nameof(IHazHotfix.Product)] is null;

    private static string? TextOf(JsonObject file, string name) => List(file, name) is { Length: > 0 } list ? string.Join(',', list) : null;

    private static Dictionary<string, string> SaidBy(Func<string, string?> text) =>
        Words.Select(name => (Name: name, Text: text(name))).Where(word => word.Text is not null).ToDictionary(word => word.Name, word => word.Text!);

    /// <summary>The settings of such a file; none when there is no file.</summary>
    public static JsonObject Parse(string? text) =>
        (
            text is null
                ? null
                : JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })
                    as JsonObject
        ) ?? [];

    /// <summary>The workflows that these settings start.</summary>
    public static IReadOnlyList<StartedWorkflow> Started(string text)
    {
        JsonObject file = Parse(text);
        var starts = new List<StartedWorkflow>();
        IReadOnlyDictionary<string, string>? Told(string name) => List(file, name) is { } list ? RequestParser.Pairs(name, list) : null;
        if (Word(file, "ReleaseStrategy") == "dispatch")
        {
            var release = new ReleaseSettings(ReleaseStrategy.Dispatch, Word(file, "ReleaseWorkflow") ?? "release.yml");
            starts.Add((Told("ReleaseInputs") is { } told ? release with { Inputs = told } : release).Started);
        }

        if (Word(file, "DeployWorkflow") is { } deploying)
            starts.Add(new StartedWorkflow(deploying, "--deploy-inputs", Told("DeployInputs") ?? StartedWorkflow.TagAlone));

        return starts;
    }

    private static string Write(List<KeyValuePair<string, JsonNode?>> settings)
    {
        var file = new JsonObject([KeyValuePair.Create("$schema", (JsonNode?)"./build.schema.json"), .. settings]);
        return file.ToJsonString(ForPeople).ReplaceLineEndings("\n") + "\n";
    }

    private static string[]? List(JsonObject file, string name) =>
        file[name] switch
        {
            JsonArray list => [.. list.Select(item => $"{item}")],
            JsonValue value => $"{value}".Split(','),
            _ => null,
        };

    private static string? Word(JsonObject file, string name) => file[name] is { } value ? $"{value}" : null;
}
