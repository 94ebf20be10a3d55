namespace Hotfix.Core.Adopting;

/// <summary>One of this software's own workflows, as it is in another repository.</summary>
public static class AdoptedWorkflow
{
    /// <summary>The same text, with the team's environments. Without a <c>global.json</c> the SDK is named, since the setup action fails on a file that is not there.</summary>
    public static string Of(string text, AdoptionSettings settings, bool hasGlobalJson)
    {
        text = Rename(Rename(text, "hotfix-staging", settings.StagingEnvironment), "production", settings.ProductionEnvironment);
        return hasGlobalJson ? text : text.Replace("global-json-file: global.json", "dotnet-version: 10.0.x", StringComparison.Ordinal);
    }

    // The names of jobs stay: other jobs need them.
    private static string Rename(string text, string from, string to) => text
        .Replace($"environment: {from}\n", $"environment: {to}\n", StringComparison.Ordinal)
        .Replace($"NUKE_ENVIRONMENT: {from}\n", $"NUKE_ENVIRONMENT: {to}\n", StringComparison.Ordinal);
}
