using System.Text.Json.Nodes;
using Hotfix.Drill.Players;

namespace Hotfix.Drill.Rehearsals;

/// <summary>What a team does otherwise than the sample's own: names of tags and titles, the merge method.</summary>
internal sealed record TeamHabits
{
    /// <summary>The sample's own.</summary>
    public static TeamHabits Own { get; } = new();

    /// <summary>Titles and subjects by Conventional Commits, and squashed pull requests, which release-please reads and makes releases of.</summary>
    public static TeamHabits Conventional { get; } =
        new()
        {
            Settings = [("MergeMethod", "squash"), ("ReleaseStrategy", "release-please")],
            IsSquashed = true,
            UsesReleasePlease = true,
            Subject = message =>
                $"{(message.StartsWith("Say ", StringComparison.Ordinal) ? "docs" : "feat")}: {char.ToLowerInvariant(message[0])}{message[1..]}",
            FixSubject = "fix: take the discount off once at checkout",
            Title = "fix: discount is applied twice at checkout",
        };

    /// <summary>
    /// Two products in one repository, told apart by their tags and their folders. The other one has more commits waiting than a release in a hurry may take
    /// along.
    /// </summary>
    public static TeamHabits Monorepo { get; } =
        new()
        {
            Settings = [("Product", "api")],
            TagPrefix = "api/v",
            Folder = "services/api",
            Others = new("services/web", "web/v7.0.0", Commits: 55),
        };

    /// <summary>GitFlow: work comes together on <c>develop</c>, the default branch; production is released from <c>main</c>.</summary>
    public static TeamHabits GitFlow { get; } = new() { Settings = [("Base", "main")], DevelopmentBranch = "develop" };

    /// <summary>
    /// A team like the one that this process was written for: release-please, titles checked by a workflow, production told by a variable, a deploy workflow
    /// that takes a version and whose every job leaves a deployment.
    /// </summary>
    public static TeamHabits ReleasePleaseTeam { get; } =
        Conventional with
        {
            Files = "release-please-team",
            Checks = [ContinuousIntegration.CheckName, TitleCheck.CheckName],
            Deployment = new TeamDeployment("deploy.yml", "DEPLOYED_VERSION"),
            Settings =
            [
                .. Conventional.Settings,
                ("ProductionVariable", "DEPLOYED_VERSION"),
                ("DeployWorkflow", "deploy.yml"),
                // The check of titles never runs on a merged commit, and nothing but this software starts the deployment.
                ("CheckGrace", "20s"),
            ],
            Lists = [("ProductionSource", "variable"), ("DeployInputs", "version={version}")],
        };

    /// <summary>What stands in the parameters file.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Settings that are lists, of one value each.</summary>
    public IReadOnlyList<(string Name, string Value)> Lists { get; init; } = [];

    /// <summary>Folder of embedded files that the repository has beside its history's; empty without.</summary>
    public string Files { get; init; } = "";

    /// <summary>The checks that the base branch requires.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [ContinuousIntegration.CheckName];

    /// <summary>The team's own way to deploy; <c>null</c> where the targets deploy.</summary>
    public TeamDeployment? Deployment { get; init; }

    /// <summary>What release tags begin with.</summary>
    public string TagPrefix { get; init; } = "v";

    /// <summary>Where the shop lies in the repository; empty for its root.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The other product of the repository, and how much of it was committed last; <c>null</c> without one.</summary>
    public OtherProduct? Others { get; init; }

    /// <summary>The default branch where releases are not made from it; it is one commit ahead. <c>null</c> where they are.</summary>
    public string? DevelopmentBranch { get; init; }

    /// <summary>The subject that a commit of the sample's history has at this team.</summary>
    public Func<string, string> Subject { get; init; } = message => message;

    /// <summary>The subject of the author's commit.</summary>
    public string FixSubject { get; init; } = "Take the discount off once at checkout";

    /// <summary>The title that the pull request must have; <c>null</c> for any.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the pull request becomes one commit, with its title as the subject.</summary>
    public bool IsSquashed { get; init; }

    /// <summary>The shop's own folder in a work tree.</summary>
    public string FolderIn(string workTree) => Path.Combine(workTree, Folder);

    /// <summary>Whether release-please makes the releases, by a pull request of its own.</summary>
    public bool UsesReleasePlease { get; init; }

    /// <summary>The parameters file.</summary>
    public string ParametersFile() =>
        new JsonObject([
            KeyValuePair.Create("$schema", (JsonNode?)"./build.schema.json"),
            .. Settings.Select(setting => KeyValuePair.Create(setting.Name, (JsonNode?)setting.Value)),
            .. Lists.Select(setting => KeyValuePair.Create(setting.Name, (JsonNode?)new JsonArray(setting.Value))),
        ]).ToString() + "\n";
}
