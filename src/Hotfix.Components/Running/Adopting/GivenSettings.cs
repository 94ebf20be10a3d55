using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Components.Guards;

namespace Hotfix.Components.Running.Adopting;

/// <summary>The settings that this run was given by name, all of them, as the repository's parameters file is to keep them.</summary>
internal static class GivenSettings
{
    private static readonly JsonSerializerOptions ForPeople = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly JsonDocumentOptions ByHand = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>How a team wants it from now on. What is meant for one hotfix, or for one machine, is not among them.</summary>
    public static IReadOnlyList<string> Names { get; } =
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
        nameof(IHazHotfix.ProductionEnvironment),
        nameof(IHazDeployment.StagingEnvironment),
        nameof(IHazHotfix.ProductionVariable),
        nameof(IHazHotfix.HealthUrl),
        nameof(IHazHotfix.ProductionSource),
        nameof(IHazHotfix.MaxFiles),
        nameof(IHazHotfix.MaxLines),
        nameof(IHazHotfix.ForbiddenPaths),
        nameof(IHazHotfix.RequireTest),
        nameof(IHazHotfix.Labels),
        nameof(IHazHotfix.Reviewers),
        nameof(IHazHotfix.RequiredChecks),
        nameof(IHazHotfix.MergeMethod),
        nameof(IHazHotfix.AutoMerge),
        nameof(IHazHotfix.HotfixApp),
        nameof(IRunTests.TestCommand),
        nameof(IRunTests.TestResults),
        nameof(IRunTests.TestSolution),
        "Solution",
        nameof(IHazHotfix.VersionScheme),
        nameof(IHazHotfix.VersionCommand),
        nameof(IHazHotfix.ReleaseStrategy),
        nameof(IHazHotfix.ReleaseWorkflow),
        nameof(IHazHotfix.ReleaseInputs),
        nameof(IHazHotfix.ReleaseAssets),
        nameof(IRelease.Attested),
        nameof(IRelease.Sign),
        nameof(IAwaitDeploy.DeployWorkflow),
        nameof(IAwaitDeploy.DeployInputs),
        nameof(IHazDeployment.NoDeployment),
        "ResumeSchedule",
        nameof(IDeploy.DeployCommand),
        nameof(IVerify.VerifyCommand),
        nameof(IVerify.VerifyUrl),
        nameof(IVerify.VerifyTimeout),
        nameof(IVerify.VerifyInterval),
        nameof(IHazHotfix.ForwardPortOwner),
        nameof(IHazHotfix.ForwardPortDue),
        nameof(IPostMortem.PostMortemOwner),
        nameof(IPostMortem.PostMortemDue),
        nameof(IPostMortem.PostMortemTemplate),
        nameof(IHazHotfix.Deadline),
        nameof(IHazHotfix.PollInterval),
        nameof(IHazHotfix.CheckGrace),
    ];

    /// <summary>What was typed, or set for the process, in the order of <see cref="Names"/>.</summary>
    public static IReadOnlyList<KeyValuePair<string, JsonNode>> Of(IHazHotfix build, GivenArguments arguments, IReadOnlyDictionary<string, string> variables)
    {
        ILookup<string, string> byBareName = variables.Keys.ToLookup(Spelling.Bare);
        KnownParameter[] known = [.. ParameterCatalog.Of(build.GetType())];
        return
        [
            .. from name in Names
            let parameter = known.FirstOrDefault(one => one.Name == name)
            where parameter is not null
            let texts = Texts(parameter, arguments, variables, byBareName)
            where texts is not null
            select KeyValuePair.Create(name, name == nameof(IHazHotfix.RequiredChecks) ? List(texts.SelectMany(CheckNames.Split)) : Node(parameter, texts)),
        ];
    }

    /// <summary>
    /// The parameters file with these settings: only lines are added where that is possible, so that what the team wrote, comments too, stays.
    /// </summary>
    public static string Merge(string? text, IReadOnlyList<KeyValuePair<string, JsonNode>> settings)
    {
        text ??= SettingsReader.Empty;
        JsonObject present = Parse(text);
        KeyValuePair<string, JsonNode>[] changed = [.. settings.Where(setting => !JsonNode.DeepEquals(present[setting.Key], setting.Value))];
        if (changed.Length == 0)
            return text;

        if (changed.All(setting => !present.ContainsKey(setting.Key)) && Append(text, changed) is { } appended)
            return appended;

        foreach ((string name, JsonNode value) in changed)
            present[name] = value.DeepClone();

        return present.ToJsonString(ForPeople) + "\n";
    }

    private static string? Append(string text, KeyValuePair<string, JsonNode>[] settings)
    {
        int end = text.LastIndexOf('}');
        string head = text[..end].TrimEnd();
        string lines = string.Join(
            ",\n",
            settings.Select(setting =>
                $"  {JsonSerializer.Serialize(setting.Key)}: {setting.Value.ToJsonString(ForPeople).Replace("\n", "\n  ", StringComparison.Ordinal)}"
            )
        );
        string appended = $"{head}{(head[^1] is '{' or ',' ? "" : ",")}\n{lines}\n{text[end..]}";
        try
        {
            // Behind a comment at the end of a line nothing can be added.
            JsonObject read = Parse(appended);
            return settings.All(setting => JsonNode.DeepEquals(read[setting.Key], setting.Value)) ? appended : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Parse(string text) => JsonNode.Parse(text, documentOptions: ByHand) as JsonObject ?? [];

    private static IReadOnlyList<string>? Texts(
        KnownParameter parameter,
        GivenArguments arguments,
        IReadOnlyDictionary<string, string> variables,
        ILookup<string, string> byBareName
    ) =>
        arguments.Last(parameter.Name) is { } typed ? typed.Values
        : VariableGuard.Spellings(parameter, variables, byBareName) is [var variable] ? [variables[variable]]
        : null;

    private static JsonNode Node(KnownParameter parameter, IReadOnlyList<string> texts) =>
        parameter.IsBoolean ? JsonValue.Create(texts.Count == 0 || bool.Parse(texts[0]))
        : parameter.IsList ? List(parameter.Separator is { Length: > 0 } separator ? texts.SelectMany(text => text.Split(separator)) : texts)
        : (Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type) == typeof(int) ? JsonValue.Create(int.Parse(texts[0], CultureInfo.InvariantCulture))
        : JsonValue.Create(string.Join(' ', texts));

    private static JsonArray List(IEnumerable<string> texts) =>
        [.. texts.Select(text => text.Trim()).Where(text => text.Length > 0).Select(text => (JsonNode?)JsonValue.Create(text))];
}
