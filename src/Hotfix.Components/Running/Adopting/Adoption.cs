using System.Text.Json.Nodes;
using Hotfix.Components.Guards;
using Hotfix.Components.Testing;
using Hotfix.Core.Adopting;
using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.Adopting;

namespace Hotfix.Components.Running.Adopting;

/// <summary>What one run of <c>Init</c> sees and chooses for one repository.</summary>
internal sealed class Adoption(IHazHotfix build, InitRequest asked, AdoptionTarget target)
{
    private AdoptionFacts _facts = new(new Dictionary<string, string>());
    private AdoptionFindings _found = new();
    private AdoptionManifest _manifest = AdoptionManifest.None;
    private AdoptionPackages _packages = new("", "");
    private string _parameters = "";

    /// <summary>How the targets get there.</summary>
    public AdoptionChoices Choices { get; private set; } = new(AdoptionWay.Tool, "build", OwnsScript: false);

    /// <summary>As they will be stored.</summary>
    public AdoptionSettings Settings =>
        SettingsReader.Read(_parameters) is var stored && stored.Conventions.Tags is null && _found.Tags is { Refusal: null, Tags.Count: > 0 } tags
            ? stored with
            {
                Conventions = stored.Conventions with { Tags = new TagPattern(tags.Prefix) },
            }
            : stored;

    /// <exception cref="HotfixException">HF4258, HF4259 when a build project has no place; HF4255 without packages for it.</exception>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var look = new AdoptionLook(target.Root, build.Conventions);
        _facts = target.Read(AdoptionTemplates.Paths("build"));
        bool hasBuild = ExistingBuild.FindProject(_facts) is not null && (ExistingBuild.CanHaveTargets(_facts) || HotfixProcess.Place is null);
        (string Folder, bool IsThere) place = hasBuild ? (AdoptionTemplates.BuildFolder(_facts).TrimEnd('/'), true) : await PlaceAsync(look, cancellationToken);
        _facts = target.Read(AdoptionTemplates.Paths(place.Folder));
        _manifest = AdoptionManifest.Parse(_facts.Text(AdoptionManifest.FileName));
        _found = await look.ReadAsync(_facts, AdoptionTemplates.Workflows, cancellationToken);
        _found = WithTests(_found);

        AdoptionWay way =
            hasBuild ? AdoptionWay.Component
            : HotfixProcess.Place is not null && asked.BuildFolder is null && !place.IsThere ? AdoptionWay.Tool
            : AdoptionWay.Project;
        if (way == AdoptionWay.Project && !AdoptionFindings.AllowsProject(_facts))
            throw AdoptionErrors.OlderSdk(AdoptionFindings.SdkPin(_facts)!);

        bool ownsScript = _facts.Text("build.sh") is not { } script || script.Contains("HF5002: the build program did not compile", StringComparison.Ordinal);
        _packages =
            way == AdoptionWay.Tool
                ? AdoptionPackages.OfTool(asked, target.Root, _facts.Text(".github/step.sh"))
                : AdoptionPackages.Find(asked, Path.Combine(target.Root, place.Folder), _facts.Text($"{place.Folder}/Directory.Build.props")) with
                {
                    Others = await PackageSources.ListAsync(target.Root, cancellationToken),
                };
        Choices = new AdoptionChoices(way, place.Folder, ownsScript)
        {
            Version = _packages.Version,
            ToolSource = way == AdoptionWay.Tool ? _packages.Source : "",
        };
        IReadOnlyList<KeyValuePair<string, JsonNode>> given = GivenSettings.Of(build, InputGuards.OfProcess(), InputGuards.ReadVariables());
        _parameters = GivenSettings.Merge(_facts.Text(SettingsReader.FileName), [.. given, .. Chosen(given)]);
        CheckInputs(given.Select(setting => setting.Key).ToHashSet());
    }

    // What was typed and would be refused when it is needed is refused now, before anything is written.
    private void CheckInputs(HashSet<string> given)
    {
        foreach (
            StartedWorkflow started in SettingsReader
                .Started(_parameters)
                .Where(started => given.Contains(started.Parameter == "--deploy-inputs" ? "DeployInputs" : "ReleaseInputs"))
        )
        {
            if (IsOurs(started.File))
                continue;
            if (WorkflowInputs.Refusals(started, AdoptionLook.Takes(_facts, started.File)).FirstOrDefault() is { } refusal)
                throw new HotfixException(refusal);
        }
    }

    // It is only being written, and takes the tag.
    private bool IsOurs(string file) => AdoptionTemplates.Workflows.Contains($".github/workflows/{file}") && _found.Release?.File != file;

    /// <summary>What is to be written.</summary>
    public AdoptionPlan Plan() => AdoptionPlanner.Plan(AdoptionTemplates.For(_facts, _found, Choices, (_parameters, Settings), _packages), _facts, _manifest);

    /// <summary>What was found and chosen.</summary>
    public IReadOnlyList<AdoptionRow> Table() => AdoptionTable.Of(_facts, _found, Choices, Settings);

    /// <summary>The list of what we have written, once these files are; nothing when it stays as it is.</summary>
    public IEnumerable<PlanStep.WriteFile> Manifest(IEnumerable<PlanStep.WriteFile> steps)
    {
        // A file of the team's that got lines of ours stays the team's.
        HashSet<string> theirs =
        [
            .. AdoptionTemplates
                .For(_facts, _found, Choices, (_parameters, Settings), _packages)
                .Where(file => file.IsAddition || (file.IsAsked && _facts.Text(file.Path) is not null && !_manifest.Hashes.ContainsKey(file.Path)))
                .Select(file => file.Path),
        ];
        (string Path, string Text)[] written = [.. steps.Where(step => !theirs.Contains(step.Path)).Select(step => (step.Path, step.Text))];
        string? present = _facts.Text(AdoptionManifest.FileName);
        return written.Length == 0 ? [] : AdoptionPlanner.Keep(_manifest.With(Choices.Version, written), present);
    }

    /// <summary>What a person has to know.</summary>
    public IEnumerable<string> Notes()
    {
        if (Choices.Way == AdoptionWay.Component && ExistingBuild.FindProject(_facts) is { } project)
        {
            if (ExistingBuild.FamilyOf(_facts, project) is { Package: not null } family)
                yield return $"{project} is a {family.Name} build: it gets the package, its class the interfaces, and Main the program around it";
            foreach (string note in ExistingBuild.Notes(_facts, project))
                yield return note;
        }

        if (_found.Title is { } title && Settings.Title is null)
            yield return $"pull requests will be titled '{title}', as history, workflows or release configuration here have it (Title in {SettingsReader.FileName} says otherwise)";

        if (_found.Versioning is { Command: { } command } versioning && !Settings.Said.ContainsKey(nameof(IHazHotfix.VersionCommand)))
            yield return $"{versioning.Name} numbers versions here; a hotfix goes by GitVersion and the release tags unless that is named: --version-command \"{command}\"";

        if (_found.Release is { } release)
        {
            yield return $".github/workflows/{release.File} releases already ({release.Reason}): ours is not added, and Release goes by --release-strategy {Name(release.Strategy)}";
            if (release.Unknown.Count > 0)
                yield return $"{release.File} demands {string.Join(", ", release.Unknown)}, which nobody fills in: give it a default, or say --release-inputs \"{release.Unknown[0]}=…\"";
        }

        foreach (
            StartedWorkflow started in SettingsReader.Started(_parameters).Where(started => started.Parameter == "--deploy-inputs" && !IsOurs(started.File))
        )
        {
            foreach (Refusal refusal in WorkflowInputs.Refusals(started, AdoptionLook.Takes(_facts, started.File)))
                yield return $"{refusal.Fact}. {refusal.Next}";
        }

        if (Choices is { Way: AdoptionWay.Tool, ToolSource: "" })
        {
            yield return asked.PackageSource is { } folder
                ? $"workflows install Hotfix.Tool {Choices.Version} from the feeds that a runner has: {folder} lies outside of this repository, and no runner sees it. Put the packages into a folder of the repository, or name a feed by its address"
                : $"workflows install Hotfix.Tool {Choices.Version} from the feeds that a runner has; --package-source names another by its address, or a folder of this repository";
        }

        foreach (
            string line in WorkflowAdvice.Of(
                _facts,
                AdoptionTemplates.Text(AdoptionTemplates.ReleaseWorkflow),
                Settings.Conventions,
                Settings.Base ?? _found.DefaultBranch ?? "main"
            )
        )
        {
            yield return OwnCommand.In(line, Choices.Command);
        }

        if (Choices.Way == AdoptionWay.Project)
        {
            foreach (
                string path in _facts.Files.Keys.Where(path =>
                    !path.Contains('/', StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal)
                )
            )
            {
                yield return $"{path} lies in the root folder and would compile {Choices.BuildFolder}/Build.cs, too: add <Compile Remove=\"{Choices.BuildFolder}/**\" /> to it";
            }
        }
    }

    // The tool needs no folder: where there is none, nothing has to be free.
    private async Task<(string Folder, bool IsThere)> PlaceAsync(AdoptionLook look, CancellationToken cancellationToken)
    {
        try
        {
            return await look.BuildFolderAsync(asked.BuildFolder, cancellationToken);
        }
        catch (HotfixException e) when (e.Code == "HF4258" && HotfixProcess.Place is not null && asked.BuildFolder is null)
        {
            return ("build", false);
        }
    }

    private AdoptionFindings WithTests(AdoptionFindings found)
    {
        if (build is not IRunTests tests)
            return found;

        TestPlan plan = TestDiscovery.Plan(tests.SettingsFor(target.Root));
        ForeignTests[] foreign = plan is TestPlan.Refused { Refusal.Code: not "HF4350" } ? ForeignTests.In(target.Root) : [];
        return found with
        {
            Tests = foreign.Length > 0 ? string.Join("; ", foreign.Select(one => $"{one.Command} ({one.Evidence})")) : plan.Describe(),
            TestCommand = foreign is [var only] ? only.Command : null,
        };
    }

    // What Init decides by itself is written down as well: another look, on another day, may find something else.
    private List<KeyValuePair<string, JsonNode>> Chosen(IReadOnlyList<KeyValuePair<string, JsonNode>> settings)
    {
        JsonObject present = SettingsReader.Parse(_facts.Text(SettingsReader.FileName));
        HashSet<string> given = [.. settings.Select(setting => setting.Key)];
        var chosen = new List<KeyValuePair<string, JsonNode>>();
        Add("TestCommand", _found.TestCommand);
        if (_found.Release is { } release && release.Strategy != ReleaseStrategy.Publish && !IsSaid("ReleaseStrategy"))
        {
            Add("ReleaseStrategy", Name(release.Strategy));
            if (release.Strategy == ReleaseStrategy.Dispatch)
            {
                Add("ReleaseWorkflow", release.File);
                if (release.Inputs.Count > 0 && !IsSaid("ReleaseInputs"))
                    chosen.Add(KeyValuePair.Create("ReleaseInputs", Pairs(release.Inputs)));
            }
        }

        string[] ways = ["NoDeployment", "DeployWorkflow", "DeployCommand"];
        if (!ways.Any(IsSaid) && _found.Deployment is { IsLibrary: true })
            chosen.Add(KeyValuePair.Create("NoDeployment", (JsonNode)JsonValue.Create(true)));
        if (!ways.Any(IsSaid))
            Add("DeployWorkflow", _found.Deployment?.File);

        string? deploying = chosen
            .Concat(settings)
            .Concat(present.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!)))
            .Where(setting => setting.Key == "DeployWorkflow")
            .Select(setting => $"{setting.Value}")
            .FirstOrDefault();
        if (
            deploying is not null
            && !IsOurs(deploying)
            && !IsSaid("DeployInputs")
            && AdoptionLook.Takes(_facts, deploying)?.Inputs is { } takes
            && !takes.ContainsKey("tag")
        )
        {
            chosen.Add(KeyValuePair.Create("DeployInputs", Pairs(StartedWorkflow.Usual(takes.Keys))));
        }

        return chosen;

        static JsonNode Pairs(IReadOnlyDictionary<string, string> inputs) =>
            new JsonArray([.. inputs.Select(input => (JsonNode?)JsonValue.Create($"{input.Key}={input.Value}"))]);

        bool IsSaid(string name) => given.Contains(name) || present.ContainsKey(name);

        void Add(string name, string? value)
        {
            if (value is not null && !IsSaid(name))
                chosen.Add(KeyValuePair.Create(name, (JsonNode)JsonValue.Create(value)!));
        }
    }

    private static string Name(ReleaseStrategy strategy) =>
        strategy switch
        {
            ReleaseStrategy.Dispatch => "dispatch",
            ReleaseStrategy.ReleasePlease => "release-please",
            ReleaseStrategy.AwaitTag => "await-tag",
            _ => "publish",
        };
}
