using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Tells a tag of the base branch from a hotfix tag: by the trailer that the release wrote, else by the branch that has it.</summary>
internal static class TagLane
{
    private const string Trailer = "Hotfix-Lane:";

    /// <summary>
    /// What the tag's message says (git-interpret-trailers(1)); the last one counts, since a title above could look like it. <c>null</c> when it says
    /// nothing.
    /// </summary>
    public static Lane? Read(string message)
    {
        string? said = message.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.StartsWith(Trailer, StringComparison.OrdinalIgnoreCase));
        return said?[Trailer.Length..].Trim().ToLowerInvariant() switch
        {
            "standard" => Lane.Standard,
            "exceptional" => Lane.Exceptional,
            _ => null,
        };
    }

    /// <summary>The lane of a tag; without a trailer, what is not on the default branch takes the stricter way.</summary>
    public static Lane Decide(string message, bool isOnDefaultBranch) => Read(message) ?? (isOnDefaultBranch ? Lane.Standard : Lane.Exceptional);
}
