using System.Text.RegularExpressions;
using Hotfix.Core.Errors;

namespace Hotfix.Core.Adopting;

/// <summary>Our own workflows and their script in a repository that has the tool and no build, or a script of another name.</summary>
internal static partial class AdoptedTool
{
    /// <summary>What all of our workflows that run targets have in common.</summary>
    public const string Mark = "./.github/step.sh";

    // Which of our workflows no team makes its own; release.yml it may.
    private static readonly string[] Ours = ["hotfix.yml", "hotfix-resume.yml", "forward-port.yml", "drill.yml"];

    /// <summary>The local action that they begin with.</summary>
    public const string ActionFile = ".github/actions/hotfix/action.yml";

    /// <summary>Whether a workflow file is ours, and so says nothing of the team's habits: it names scenarios and strategies, whichever the team has.</summary>
    public static bool IsOurs(string path, string text) => Ours.Contains(path[(path.LastIndexOf('/') + 1)..]) && text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>A workflow: what compiles the build installs the tool instead, and sees no credential either.</summary>
    public static string Workflow(string text, AdoptionChoices choices)
    {
        if (choices.Way != AdoptionWay.Tool)
            return text.Replace(OwnCommand.Script, choices.Script, StringComparison.Ordinal);

        text = Cache().Replace(text, "");
        text = Compile()
            .Replace(text, "${indent}- name: Install the tool\n${shell}${indent}  run: ./.github/step.sh --install\n")
            .Replace("# Packages that are restored, and the compiler, see no credential.", "# What is installed sees no credential.", StringComparison.Ordinal)
            .Replace("the SDK, packages that an earlier run left, and the build, compiled.", "the SDK, and the tool.", StringComparison.Ordinal)
            .Replace(
                "# No credential is told it: packages that are restored, and the compiler, see none.",
                "# No credential is told it: what is installed sees none.",
                StringComparison.Ordinal
            );
        return Sdk().Replace(text, "$0${indent}dotnet-version: 10.0.x\n");
    }

    /// <summary>The script of the workflows' steps, with the tool's version: the one place that an update moves.</summary>
    public static string Step(string text, AdoptionChoices choices) =>
        choices.Way != AdoptionWay.Tool
            ? text.Replace(OwnCommand.Script, choices.Script, StringComparison.Ordinal)
            : text.Replace("./build.sh \"$@\"", "\"$tool\" \"$@\"", StringComparison.Ordinal)
                .Replace(
                    "set -euo pipefail\n",
                    $$"""
                    set -euo pipefail

                    # The tool, in one version for all workflows. It is installed outside the repository, whose SDK and package sources do not reach it there.
                    version={{choices.Version}}
                    source={{choices.ToolSource}}
                    tool=$RUNNER_TEMP/hotfix-tool/hotfix
                    if [ ! -x "$tool" ]; then
                      (cd "$RUNNER_TEMP" && dotnet tool install --tool-path "${tool%/*}" --version "$version" ${source:+--add-source "$source"} Hotfix.Tool)
                    fi
                    if [ "$1" = --install ]; then exit 0; fi

                    """.ReplaceLineEndings("\n"),
                    StringComparison.Ordinal
                );

    [GeneratedRegex(@"(?<indent> +)- uses: actions/cache/restore@[^\n]*\n\k<indent>  with:\n(?:\k<indent>    [^\n]*\n)+", RegexOptions.CultureInvariant)]
    private static partial Regex Cache();

    [GeneratedRegex(
        @"(?<indent> +)- name: Compile the build\n(?<shell>\k<indent>  shell: bash\n)?\k<indent>  run: \./build\.sh --help\n",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Compile();

    [GeneratedRegex(@"(?<indent> +)global-json-file: global\.json\n", RegexOptions.CultureInvariant)]
    private static partial Regex Sdk();
}
