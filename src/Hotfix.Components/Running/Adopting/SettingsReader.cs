using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Core.Adopting;
using Hotfix.Core.Policies;

namespace Hotfix.Components.Running.Adopting;

/// <summary>The settings of the repository: from its own parameters file, else from what this run was given.</summary>
internal static class SettingsReader
{
    public const string FileName = ".nuke/parameters.json";

    // What the team calls things, and whom it leaves versions and releases to: texts, which are taken over as they are.
    private static readonly string[] Words =
    [
        nameof(IHazHotfix.Base), nameof(IHazHotfix.TagPattern), nameof(IHazHotfix.Product), nameof(IHazHotfix.ProductFolder), nameof(IHazHotfix.Title), nameof(IHazHotfix.HotfixPrefix),
        nameof(IHazHotfix.ForwardPortPrefix), nameof(IHazHotfix.RevertPrefix), nameof(IHazHotfix.SupportPattern), nameof(IHazHotfix.VersionCommand), nameof(IHazHotfix.ReleaseStrategy), nameof(IHazHotfix.ReleaseWorkflow),
    ];

    private static readonly JsonSerializerOptions ForPeople = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A parameters file without settings.</summary>
    public static string Empty { get; } = Write([]);

    /// <param name="build">What this run was given.</param>
    /// <param name="text">The repository's parameters file; <c>null</c> when it has none.</param>
    public static AdoptionSettings Read(IHazHotfix build, string? text)
    {
        JsonObject? file = text is null ? null : JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })?.AsObject();
        AdoptionSettings settings = Given(build);
        return file is null ? settings : settings with
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
            Solution = Word(file, "Solution"),
            MergeMethod = Word(file, "MergeMethod"),
            ProductionEnvironment = Word(file, "ProductionEnvironment") ?? "production",
            StagingEnvironment = Word(file, "StagingEnvironment") ?? "hotfix-staging",
            ProductionVariable = Word(file, "ProductionVariable"),
            HealthUrl = Word(file, "HealthUrl"),
            DeployCommand = Word(file, "DeployCommand"),
            App = Word(file, "HotfixApp"),
            Said = SaidBy(name => TextOf(file, name)),
            Conventions = GivenNames.From(name => TextOf(file, name) is { } said && !IsOfAProduct(said, file) ? said : null).Parse(),
        };
    }

    // One text for all products says nothing of a repository's own workflows: each run names its product.
    private static bool IsOfAProduct(string text, JsonObject file) => text.Contains("{product}", StringComparison.Ordinal) && file[nameof(IHazHotfix.Product)] is null;

    private static string? TextOf(JsonObject file, string name) => List(file, name) is { Length: > 0 } list ? string.Join(',', list) : null;

    private static Dictionary<string, string> SaidBy(Func<string, string?> text) =>
        Words.Select(name => (Name: name, Text: text(name))).Where(word => word.Text is not null).ToDictionary(word => word.Name, word => word.Text!);

    /// <summary>The parameters file for them; what is the default is left out.</summary>
    public static string Write(AdoptionSettings settings)
    {
        var file = new List<KeyValuePair<string, JsonNode?>>();
        Add(settings.MaxFiles != SizeBudget.Default.MaxFiles, "MaxFiles", settings.MaxFiles);
        Add(settings.MaxLines != SizeBudget.Default.MaxLines, "MaxLines", settings.MaxLines);
        Add(settings.RequiresTest != SizeBudget.Default.RequiresTest, "RequireTest", settings.RequiresTest);
        Add(!settings.ForbiddenPaths.SequenceEqual(SizeBudget.Default.ForbiddenPaths), "ForbiddenPaths", Array(settings.ForbiddenPaths));
        Add(!settings.Labels.SequenceEqual(["hotfix"]), "Labels", Array(settings.Labels));
        Add(settings.Reviewers.Count > 0, "Reviewers", Array(settings.Reviewers));
        Add(settings.RequiredChecks.Count > 0, "RequiredChecks", Array(settings.RequiredChecks));
        Add(settings.TestCommand is not null, "TestCommand", settings.TestCommand);
        Add(settings.TestResults.Count > 0, "TestResults", Array(settings.TestResults));
        Add(settings.Solution is not null, "Solution", settings.Solution);
        Add(settings.MergeMethod is not null, "MergeMethod", settings.MergeMethod);
        Add(settings.ProductionEnvironment != "production", "ProductionEnvironment", settings.ProductionEnvironment);
        Add(settings.ProductionVariable is not null, "ProductionVariable", settings.ProductionVariable);
        Add(settings.HealthUrl is not null, "HealthUrl", settings.HealthUrl);
        Add(settings.App is not null, "HotfixApp", settings.App);
        file.AddRange(settings.Said.Select(word => KeyValuePair.Create(word.Key, (JsonNode?)word.Value)));
        return Write(file);

        void Add(bool isSet, string name, JsonNode? value)
        {
            if (isSet)
                file.Add(KeyValuePair.Create(name, value));
        }
    }

    private static AdoptionSettings Given(IHazHotfix build) => new()
    {
        MaxFiles = build.MaxFiles ?? SizeBudget.Default.MaxFiles,
        MaxLines = build.MaxLines ?? SizeBudget.Default.MaxLines,
        RequiresTest = build.RequireTest ?? SizeBudget.Default.RequiresTest,
        ForbiddenPaths = build.ForbiddenPaths ?? SizeBudget.Default.ForbiddenPaths,
        Labels = build.Labels ?? ["hotfix"],
        Reviewers = build.Reviewers ?? [],
        RequiredChecks = CheckNames.Of(nameof(build.RequiredChecks), build.RequiredChecks),
        TestCommand = (build as IRunTests)?.TestCommand,
        TestResults = (build as IRunTests)?.TestResults ?? [],
        Solution = (build as IRunTests)?.TestSolution,
        MergeMethod = build.MergeMethod,
        ProductionEnvironment = build.ProductionEnvironment ?? "production",
        ProductionVariable = build.ProductionVariable,
        HealthUrl = build.HealthUrl,
        App = build.HotfixApp,
        Said = SaidBy(name => name switch
        {
            nameof(build.Base) => build.Base,
            nameof(build.TagPattern) => build.TagPattern,
            nameof(build.Product) => build.Product,
            nameof(build.ProductFolder) => build.ProductFolder is { Length: > 0 } folders ? string.Join(',', folders) : null,
            nameof(build.Title) => build.Title,
            nameof(build.HotfixPrefix) => build.HotfixPrefix,
            nameof(build.ForwardPortPrefix) => build.ForwardPortPrefix,
            nameof(build.RevertPrefix) => build.RevertPrefix,
            nameof(build.SupportPattern) => build.SupportPattern,
            nameof(build.VersionCommand) => build.VersionCommand,
            nameof(build.ReleaseStrategy) => build.ReleaseStrategy,
            nameof(build.ReleaseWorkflow) => build.ReleaseWorkflow,
            _ => null,
        }),
        Conventions = build.Conventions,
    };

    private static string Write(List<KeyValuePair<string, JsonNode?>> settings)
    {
        var file = new JsonObject([KeyValuePair.Create("$schema", (JsonNode?)"./build.schema.json"), .. settings]);
        return file.ToJsonString(ForPeople).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)text)];

    private static string[]? List(JsonObject file, string name) => file[name] switch
    {
        JsonArray list => [.. list.Select(item => $"{item}")],
        JsonValue value => $"{value}".Split(','),
        _ => null,
    };

    private static string? Word(JsonObject file, string name) => file[name] is { } value ? $"{value}" : null;
}
