using System.Text.RegularExpressions;
using Hotfix.Core.Conventions;

namespace Hotfix.Core.Adopting;

/// <summary>This software's own workflows, as they are in another repository.</summary>
/// <param name="Settings">The team's.</param>
/// <param name="HasGlobalJson">Whether the repository names its SDK: the setup action fails on a file that is not there.</param>
/// <param name="Ci">Names of the workflows whose end a hotfix may wait for.</param>
internal sealed partial record AdoptedWorkflow(AdoptionSettings Settings, bool HasGlobalJson, IReadOnlyList<string> Ci)
{
    /// <summary>Whether our release workflow is written as well; not where the team's own releases, which ours is then not started in place of.</summary>
    public bool HasOurRelease { get; init; } = true;

    private const string OurSignals = "workflows: [hotfix-signal, ci]\n";
    private const string OurSchedule = "  schedule:\n    - cron: \"17 */2 * * *\"\n";
    private const string OurDeployment = "          NUKE_DEPLOY_WORKFLOW: release.yml\n";

    /// <summary>The same text, with the team's environments, branches and tags, the names of its CI, and without what the team has no use for.</summary>
    /// <param name="text">As it is here.</param>
    public string Of(string text)
    {
        text = Rename(Rename(text, "hotfix-staging", Settings.StagingEnvironment), "production", Settings.ProductionEnvironment);
        text = text.Replace(OurSignals, $"workflows: [{string.Join(", ", Ci.Prepend("hotfix-signal").Select(Quoted))}]\n", StringComparison.Ordinal);
        text = text.Replace("'hotfix/'", $"'{Settings.Conventions.Hotfixes}'", StringComparison.Ordinal)
            .Replace("'support/'", $"'{Settings.Conventions.Support.Prefix}'", StringComparison.Ordinal)
            .Replace("tags: [\"v*\"]", $"tags: [\"{(Settings.Conventions.Tags ?? TagPattern.Default).Glob}\"]", StringComparison.Ordinal);
        if (!Settings.DeploysByRelease)
            text = WithoutDeployment(text);
        if (!HasOurRelease)
            text = text.Replace(OurDeployment, "", StringComparison.Ordinal);
        if (!Settings.ResumesByTheClock)
        {
            text = text.Replace(OurSchedule, "", StringComparison.Ordinal)
                .Replace(", when CI has ended, and every two hours.", ", and when CI has ended.", StringComparison.Ordinal);
        }

        return HasGlobalJson ? text : text.Replace("global-json-file: global.json", "dotnet-version: 10.0.x", StringComparison.Ordinal);
    }

    // Of release.yml what releases stays. What hotfix.yml starts to deploy is then said by the settings, or nothing is.
    private string WithoutDeployment(string text)
    {
        string who = Settings.DeploysNothing ? "Nothing is deployed from here." : $"{Settings.DeployWorkflow ?? "Somebody else"} deploys.";
        text = text.Replace(OurDeployment, "", StringComparison.Ordinal)
            .Replace("# The one workflow that deploys. A release tag starts it,", $"# {who} A release tag starts this,", StringComparison.Ordinal)
            .Replace("Release tag to bring to production;", "Release tag that is meant;", StringComparison.Ordinal)
            .Replace(
                " first. A hotfix tag of the exceptional lane goes through staging, and its fix",
                ". The fix of a hotfix tag of the exceptional lane goes",
                StringComparison.Ordinal
            );
        return DeployingJob()
            .Replace(text, "")
            .Replace("    needs: [release, production]\n", "    needs: release\n", StringComparison.Ordinal)
            .Replace(
                "    if: ${{ !cancelled() && needs.release.outputs.lane == 'exceptional' && needs.production.outputs.state == 'done' }}\n",
                "    if: needs.release.outputs.lane == 'exceptional'\n",
                StringComparison.Ordinal
            );
    }

    /// <summary>The workflows that run for pull requests, by name; without one, GitHub calls a workflow by its path.</summary>
    /// <param name="facts">The repository.</param>
    /// <param name="own">Paths of this software's workflows, which are not the team's CI.</param>
    public static IReadOnlyList<string> CiOf(AdoptionFacts facts, IReadOnlyList<string> own) =>
        [
            .. facts
                .WorkflowFiles.Where(file => !own.Contains($".github/workflows/{file.Key}") && PullRequest().IsMatch(file.Value))
                .Select(file =>
                    Name().Match(file.Value) is { Success: true } name ? name.Groups["name"].Value.Trim().Trim('"', '\'') : $".github/workflows/{file.Key}"
                )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static string Quoted(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? name
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // The names of jobs stay: other jobs need them.
    private static string Rename(string text, string from, string to) =>
        text.Replace($"environment: {from}\n", $"environment: {to}\n", StringComparison.Ordinal)
            .Replace($"NUKE_ENVIRONMENT: {from}\n", $"NUKE_ENVIRONMENT: {to}\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^  (staging|production):\n(?:(?:    .*)?\n)*", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DeployingJob();

    [GeneratedRegex(@"^(  pull_request:|on: .*\bpull_request\b|  - pull_request$|  merge_group:)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PullRequest();

    [GeneratedRegex(@"^name:\s*(?<name>[^#\n]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
