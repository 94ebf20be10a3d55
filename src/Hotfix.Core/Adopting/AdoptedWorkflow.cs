using System.Text.RegularExpressions;
using Hotfix.Core.Conventions;

namespace Hotfix.Core.Adopting;

/// <summary>One of this software's own workflows, as it is in another repository.</summary>
public static partial class AdoptedWorkflow
{
    private const string OurSignals = "workflows: [hotfix-signal, ci]\n";

    /// <summary>
    /// The same text, with the team's environments, branches and tags, and the names of its CI. Without a <c>global.json</c> the SDK is named, since the setup
    /// action fails on a file that is not there.
    /// </summary>
    /// <param name="text">As it is here.</param>
    /// <param name="settings">The team's.</param>
    /// <param name="hasGlobalJson">Whether the repository names its SDK.</param>
    /// <param name="ci">Names of the workflows whose end a hotfix may wait for.</param>
    public static string Of(string text, AdoptionSettings settings, bool hasGlobalJson, IReadOnlyList<string> ci)
    {
        text = Rename(Rename(text, "hotfix-staging", settings.StagingEnvironment), "production", settings.ProductionEnvironment);
        text = text.Replace(OurSignals, $"workflows: [{string.Join(", ", ci.Prepend("hotfix-signal").Select(Quoted))}]\n", StringComparison.Ordinal);
        text = text
            .Replace("'hotfix/'", $"'{settings.Conventions.Hotfixes}'", StringComparison.Ordinal)
            .Replace("'support/'", $"'{settings.Conventions.Support.Prefix}'", StringComparison.Ordinal)
            .Replace("tags: [\"v*\"]", $"tags: [\"{(settings.Conventions.Tags ?? TagPattern.Default).Glob}\"]", StringComparison.Ordinal);
        return hasGlobalJson ? text : text.Replace("global-json-file: global.json", "dotnet-version: 10.0.x", StringComparison.Ordinal);
    }

    /// <summary>The workflows that run for pull requests, by name; without one, GitHub calls a workflow by its path.</summary>
    /// <param name="facts">The repository.</param>
    /// <param name="own">Paths of this software's workflows, which are not the team's CI.</param>
    public static IReadOnlyList<string> CiOf(AdoptionFacts facts, IReadOnlyList<string> own) =>
    [
        .. facts.WorkflowFiles
            .Where(file => !own.Contains($".github/workflows/{file.Key}") && PullRequest().IsMatch(file.Value))
            .Select(file => Name().Match(file.Value) is { Success: true } name
                ? name.Groups["name"].Value.Trim().Trim('"', '\'')
                : $".github/workflows/{file.Key}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static string Quoted(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? name
        : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // The names of jobs stay: other jobs need them.
    private static string Rename(string text, string from, string to) => text
        .Replace($"environment: {from}\n", $"environment: {to}\n", StringComparison.Ordinal)
        .Replace($"NUKE_ENVIRONMENT: {from}\n", $"NUKE_ENVIRONMENT: {to}\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^(  pull_request:|on: .*\bpull_request\b|  - pull_request$|  merge_group:)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PullRequest();

    [GeneratedRegex(@"^name:\s*(?<name>[^#\n]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
