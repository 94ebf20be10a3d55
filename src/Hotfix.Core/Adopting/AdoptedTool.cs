using System.Text.RegularExpressions;
using Hotfix.Core.Errors;

namespace Hotfix.Core.Adopting;

/// <summary>Our own workflows and their script in a repository that has the tool and no build, or a script of another name.</summary>
public static partial class AdoptedTool
{
    /// <summary>What all of our workflows that run targets have in common.</summary>
    public const string Mark = "./.github/step.sh";

    /// <summary>A workflow: what compiles the build installs the tool instead, and sees no credential either.</summary>
    public static string Workflow(string text, AdoptionChoices choices)
    {
        if (choices.Way != AdoptionWay.Tool)
            return text.Replace(OwnCommand.Script, choices.Script, StringComparison.Ordinal);

        text = Cache().Replace(text, "");
        text = text.Replace(
            "      # Packages that are restored, and the compiler, see no credential.\n      - name: Compile the build\n        run: ./build.sh --help\n",
            "      # What is installed sees no credential.\n      - name: Install the tool\n        run: ./.github/step.sh --install\n",
            StringComparison.Ordinal);
        return text.Replace(
            "          global-json-file: global.json\n",
            "          global-json-file: global.json\n          dotnet-version: 10.0.x\n",
            StringComparison.Ordinal);
    }

    /// <summary>The script of the workflows' steps, with the tool's version: the one place that an update moves.</summary>
    public static string Step(string text, AdoptionChoices choices) => choices.Way != AdoptionWay.Tool
        ? text.Replace(OwnCommand.Script, choices.Script, StringComparison.Ordinal)
        : text.Replace("./build.sh \"$@\"", "\"$tool\" \"$@\"", StringComparison.Ordinal).Replace("set -euo pipefail\n", $$"""
            set -euo pipefail

            # The tool, in one version for all workflows. It is installed outside the repository, whose SDK and package sources do not reach it there.
            version={{choices.Version}}
            source={{choices.ToolSource}}
            tool=$RUNNER_TEMP/hotfix-tool/hotfix
            if [ ! -x "$tool" ]; then
              (cd "$RUNNER_TEMP" && dotnet tool install --tool-path "${tool%/*}" --version "$version" ${source:+--add-source "$source"} Hotfix.Tool)
            fi
            if [ "$1" = --install ]; then exit 0; fi

            """.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [GeneratedRegex(@"      - uses: actions/cache/restore@[^\n]*\n        with:\n(?:          [^\n]*\n)+", RegexOptions.CultureInvariant)]
    private static partial Regex Cache();
}
