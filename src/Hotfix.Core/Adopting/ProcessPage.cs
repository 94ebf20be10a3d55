using System.Globalization;
using Hotfix.Core.Errors;
using Hotfix.Core.Text;

namespace Hotfix.Core.Adopting;

/// <summary>The team's process page: what to do at 03:00, with the team's own settings in it.</summary>
internal static class ProcessPage
{
    /// <summary>Markdown.</summary>
    public static string Render(AdoptionSettings settings) => Render(settings, OwnCommand.Script);

    /// <summary>Markdown, with the command that people in that repository type.</summary>
    public static string Render(AdoptionSettings settings, string command) => OwnCommand.In(Text(settings, command == OwnCommand.Tool), command);

    private static string Text(AdoptionSettings settings, bool isTool) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"""
                # Hotfix process

                Production is broken, and the fix cannot wait. One command starts it, and the same command goes on wherever it stands, on any machine and in CI:

                ```sh
                ./build.sh Hotfix --description "null ref in checkout"
                ```

                {(
                    isTool ? "`hotfix` is a dotnet tool: `dotnet tool install --global Hotfix.Tool`. In CI `.github/step.sh` installs it.\n\n" : ""
                )}Exit code 0: done. 75: nothing is wrong, it is somebody's move; the last line says whose. 255: refused or failed; the message says why, and what to do next.

                ## Which lane

                | | standard lane | exceptional lane |
                |---|---|---|
                | when | the main branch is releasable | it is not: red checks, a freeze, changes that must not ship yet |
                | starts from | the main branch | the commit that production runs |
                | branch, pull request | `{settings.Conventions.Hotfixes}<description>` into {Main(
                    settings
                )} | `{settings.Conventions.Hotfixes}<description>` into `{settings.Conventions.Support.Text.Replace('{', '<').Replace('}', '>')}` |
                | version | the next one | the next free patch of the line in production |
                | way to production | the standard release | {Way(settings)} |
                | afterwards | nothing | the fix is carried to the main branch, and no other release leaves before that is proven |
                | command | as above | the same with `--lane exceptional` |

                `./build.sh Status` says which lane would be taken now, and why. Nobody slides into the exceptional lane: it has to be asked for.

                ## What a hotfix may be

                | rule | here |
                |---|---|
                | files | {settings.MaxFiles} at most |
                | lines, without tests and lock files | {settings.MaxLines} at most |
                | a test changes | {(settings.RequiresTest ? "yes" : "not required")} |
                | left alone | {string.Join(", ", settings.ForbiddenPaths.Select(pattern => $"`{pattern}`"))} |

                More than that needs a reason, `--over-budget "…"`, which the pull request quotes.

                ## Who and what has a say

                | | here |
                |---|---|
                | review | {Names(settings.Reviewers, "whom the repository's rules ask for")} |
                | required checks | those of the repository's rules{(settings.RequiredChecks.Count == 0 ? "" : $", and {Names(settings.RequiredChecks, "")}")} |
                | labels | {Names(settings.Labels, "none")} |
                | merge | {settings.MergeMethod ?? "the first way that the repository allows"} |
                {Production(settings)}

                The settings are in `.nuke/parameters.json`; what is not there has its default.

                ## Step by step

                1. Start it: the command above, or the workflow **hotfix** with the same words.
                2. Fix it on the branch, as small as it can be, with a test that fails without the fix. Commit.
                3. Run the command again. It tests, opens the pull request, waits for checks and review, merges exactly what was reviewed, and releases.
                4. {Follow(settings)}
                5. After the exceptional lane: `./build.sh ForwardPort` until the fix is proven on the main branch.
                6. Work it up while people remember: the last run opens the post-mortem (`./build.sh PostMortem` does, too), with the facts, somebody's name and a date on it.

                When it makes things worse: `./build.sh Rollback`. When it is not needed any more: `./build.sh Abandon --description "…" --reason "…"`.

                ## Before the night it is needed

                ```sh
                ./build.sh Doctor        # is this repository ready?
                ./build.sh Drill         # rehearse it, without account, token or network
                ```

                The workflow **drill** does the second every week.

                """
            )
            .ReplaceLineEndings("\n");

    private static string Way(AdoptionSettings settings) =>
        settings.DeploysNothing ? "the release of that line" : $"`{settings.StagingEnvironment}`, verified, then `{settings.ProductionEnvironment}`";

    private static string Follow(AdoptionSettings settings) =>
        settings.DeploysNothing
            ? "The release is the end: nothing is deployed from here."
            : $"Follow it to production: the command does; `./build.sh Verify --environment {settings.ProductionEnvironment}` asks once more.";

    private static string Production(AdoptionSettings settings)
    {
        if (settings.DeploysNothing)
            return "| what production runs | the newest release |\n| deployed by | nobody: the release is the end |";

        string variable = settings.ProductionVariable is { } name ? $", the variable `{name}`" : "";
        string health = settings.HealthUrl is { } address ? $", <{ShownAddress.OfText(address)}>" : "";
        string by = settings.DeployCommand ?? $".github/workflows/{settings.DeployWorkflow ?? settings.ReleaseWorkflow ?? "release.yml"}";
        return $"""
            | what production runs | the newest successful deployment to `{settings.ProductionEnvironment}`{variable}{health} |
            | deployed by | `{by}` |
            | approval for production | the reviewers of the environment `{settings.ProductionEnvironment}` on GitHub |
            """;
    }

    private static string Main(AdoptionSettings settings) => settings.Said.TryGetValue("Base", out string? named) ? $"`{named}`" : "the main branch";

    private static string Names(IReadOnlyList<string> names, string none) => names.Count == 0 ? none : string.Join(", ", names.Select(name => $"`{name}`"));
}
