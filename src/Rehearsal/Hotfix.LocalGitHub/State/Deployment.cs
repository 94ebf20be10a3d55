using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.State;

/// <summary>A request to deploy one commit to one environment, and its progress.</summary>
internal sealed class Deployment(long id, string environment, string sha, Account creator)
{
    public long Id { get; } = id;

    public string Environment { get; } = environment;

    public string Sha { get; } = sha;

    public Account Creator { get; } = creator;

    public required string Ref { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string Task { get; init; } = "deploy";

    public string? Description { get; init; }

    /// <summary>A JSON object or a text, as it was sent.</summary>
    public JsonNode Payload { get; init; } = new JsonObject();

    public bool IsTransient { get; init; }

    public bool IsProduction { get; init; }

    /// <summary>The workflow run whose job made it; <c>null</c> when it came through the API.</summary>
    public long? RunId { get; init; }

    /// <summary>Oldest first.</summary>
    public List<DeploymentStatus> Statuses { get; } = [];

    public string? State => Statuses.LastOrDefault()?.State;
}
