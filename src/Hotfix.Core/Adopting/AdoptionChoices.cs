using Hotfix.Core.Errors;

namespace Hotfix.Core.Adopting;

/// <summary>What <c>Init</c> chose for a repository.</summary>
/// <param name="Way">How the targets get there.</param>
/// <param name="BuildFolder">Folder of the build project, relative to the root; where there is none, nothing lies there.</param>
/// <param name="OwnsScript">Whether <c>build.sh</c> is ours, or still to be written; a team's own is left alone, and never called.</param>
internal sealed record AdoptionChoices(AdoptionWay Way, string BuildFolder, bool OwnsScript)
{
    /// <summary>Folders that are tried, in this order.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["build", "hotfix"];

    /// <summary>Version of the packages or of the tool.</summary>
    public string Version { get; init; } = "";

    /// <summary>Where a workflow gets the tool, as a shell reads it; empty for the feeds that are set up.</summary>
    public string ToolSource { get; init; } = "";

    /// <summary>The script that runs the build project.</summary>
    public string Script => OwnsScript || Way != AdoptionWay.Project ? OwnCommand.Script : $"./{BuildFolder}/run.sh";

    /// <summary>What people in that repository type.</summary>
    public string Command => Way == AdoptionWay.Tool ? OwnCommand.Tool : Script;
}
