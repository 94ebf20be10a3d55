using System.Text.Json.Nodes;

namespace Hotfix.Drill.Rehearsals;

/// <summary>What a team does otherwise than the sample's own: names of tags and titles, the merge method.</summary>
internal sealed record TeamHabits
{
    /// <summary>The sample's own.</summary>
    public static TeamHabits Own { get; } = new();

    /// <summary>Titles and subjects by Conventional Commits, and squashed pull requests, as release-please and semantic-release read them.</summary>
    public static TeamHabits Conventional { get; } = new()
    {
        Settings = [("MergeMethod", "squash")],
        IsSquashed = true,
        Subject = message => $"feat: {char.ToLowerInvariant(message[0])}{message[1..]}",
        FixSubject = "fix: take the discount off once at checkout",
        Title = "fix: discount is applied twice at checkout",
    };

    /// <summary>Two products in one repository, told apart by their tags.</summary>
    public static TeamHabits Monorepo { get; } = new()
    {
        Settings = [("Product", "api")],
        TagPrefix = "api/v",
        OtherTag = "web/v7.0.0",
    };

    /// <summary>What stands in the parameters file.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>What release tags begin with.</summary>
    public string TagPrefix { get; init; } = "v";

    /// <summary>A tag of another product on the newest commit; <c>null</c> without one.</summary>
    public string? OtherTag { get; init; }

    /// <summary>The subject that a commit of the sample's history has at this team.</summary>
    public Func<string, string> Subject { get; init; } = message => message;

    /// <summary>The subject of the author's commit.</summary>
    public string FixSubject { get; init; } = "Take the discount off once at checkout";

    /// <summary>The title that the pull request must have; <c>null</c> for any.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the pull request becomes one commit, with its title as the subject.</summary>
    public bool IsSquashed { get; init; }

    /// <summary>The parameters file.</summary>
    public string ParametersFile() => new JsonObject(
        [KeyValuePair.Create("$schema", (JsonNode?)"./build.schema.json"), .. Settings.Select(setting => KeyValuePair.Create(setting.Name, (JsonNode?)setting.Value))]).ToString() + "\n";
}
