namespace Hotfix.Core.Adopting;

/// <summary>What was found and chosen, as a table for people: one row for each, and the parameter that changes it.</summary>
internal static class AdoptionTable
{
    /// <summary>The rows.</summary>
    /// <param name="facts">The repository's files.</param>
    /// <param name="found">What was found out of them.</param>
    /// <param name="choices">What was chosen.</param>
    /// <param name="settings">As they will be stored.</param>
    public static IReadOnlyList<AdoptionRow> Of(AdoptionFacts facts, AdoptionFindings found, AdoptionChoices choices, AdoptionSettings settings) =>
        [
            new(
                "build tool",
                AdoptionFindings.BuildTool(facts, found.Paths),
                choices.Way switch
                {
                    AdoptionWay.Component => "the component, in that build",
                    AdoptionWay.Project => $"a build project in {choices.BuildFolder}/, run by {choices.Script}",
                    _ => "the tool 'hotfix', no build project",
                },
                "--build-folder"
            ),
            new(
                "build.sh",
                facts.Text("build.sh") is null ? "none"
                    : choices.OwnsScript ? "ours"
                    : "the team's own",
                choices.OwnsScript ? "as it is needed" : "left alone, and never called",
                ""
            ),
            new("default branch", found.DefaultBranch ?? "no commit yet", settings.Base ?? "that one", "--base"),
            new(
                "release tags",
                found.Tags switch
                {
                    null => "none yet",
                    { Refusal: { } open } => open.Fact,
                    { } tags => tags.Tags.Count == 0 ? "none yet" : $"{tags.Prefix}{{version}}",
                },
                settings.TagPattern ?? settings.Product ?? (found.Tags?.Refusal is null ? "as found" : "has to be named"),
                "--tag-pattern, --product"
            ),
            new(
                "versions",
                found.Versioning?.Name ?? "nothing tells",
                settings.Said.GetValueOrDefault("VersionCommand") is { } command ? $"'{command}'" : "GitVersion, by the release tags",
                "--version-command"
            ),
            new("title", found.Title?.Text ?? "nothing tells", settings.Title ?? found.Title?.Text ?? "Hotfix: {description}", "--title"),
            new("tests", found.Tests, settings.TestCommand ?? settings.Solution ?? "as found", "--test-command, --test-solution"),
            new(
                "releases",
                found.Release is { } release ? $"{release.File}: {release.Reason}" : "no workflow does",
                $"{settings.ReleaseStrategy ?? "publish"}{(settings.ReleaseWorkflow is { } file ? $" ({file})" : "")}",
                "--release-strategy, --release-workflow, --release-inputs"
            ),
            new(
                "environments",
                found.Environments.Count == 0 ? "none is named" : string.Join(", ", found.Environments),
                settings.DeploysNothing ? "none: nothing is deployed" : $"{settings.StagingEnvironment}, {settings.ProductionEnvironment}",
                "--staging-environment, --production-environment"
            ),
            new(
                "deploys",
                found.Deployment?.Evidence ?? "nothing tells",
                settings.DeploysNothing ? "nothing: the release is the end" : settings.DeployCommand ?? settings.DeployWorkflow ?? "release.yml",
                "--deploy-workflow, --deploy-inputs, --deploy-command, --no-deployment"
            ),
            new("looks by the clock", "", settings.ResumesByTheClock ? "every two hours" : "off", "--resume-schedule"),
            new(
                "SDK",
                AdoptionFindings.SdkPin(facts) is { } pin ? $"{pin}, by global.json" : "no pin",
                choices.Way == AdoptionWay.Tool ? "that of the tool" : ".NET 10",
                ""
            ),
            new(
                "projects share",
                string.Join(", ", AdoptionFindings.Shared(facts).DefaultIfEmpty("nothing that matters")),
                choices.Way == AdoptionWay.Project ? "kept away from the build project" : "untouched",
                ""
            ),
        ];

    /// <summary>As lines, in columns.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<AdoptionRow> rows)
    {
        AdoptionRow[] all = [new("", "found", "chosen", "otherwise with"), .. rows];
        int what = all.Max(row => row.What.Length),
            found = Math.Min(60, all.Max(row => row.Found.Length));
        int chosen = Math.Min(48, all.Max(row => row.Chosen.Length));
        return all.Select(row => $"{row.What.PadRight(what)}  {row.Found.PadRight(found)}  {row.Chosen.PadRight(chosen)}  {row.Parameter}".TrimEnd());
    }
}
