using System.Text.RegularExpressions;

namespace Hotfix.Conventions;

/// <summary>macOS has bash 3.2 and no newer one: what is started by people there keeps to it.</summary>
public sealed partial class ScriptsOfOldShells
{
    private static readonly string[] Scripts = [".sh", ".sh.template"];

    [Fact]
    public void UseNothingThatBash32Lacks()
    {
        (string Path, string Text)[] scripts =
        [
            .. SourceFiles.Tracked().Where(file => Scripts.Any(end => file.Path.EndsWith(end, StringComparison.Ordinal)) || file.Path == ".ci/run"),
        ];

        string[] newer =
        [
            .. scripts.SelectMany(script =>
                script
                    .Text.Split('\n')
                    .Where(line => !line.TrimStart().StartsWith('#') && Newer().IsMatch(line))
                    .Select(line => $"{script.Path}: {line.Trim()}")
            ),
        ];

        Assert.True(scripts.Length >= 4, "the scripts were not found");
        Assert.Empty(newer);
    }

    // An array without elements is an unset variable to bash before 4.4, and 'set -u' ends the script.
    [Fact]
    public void ExpandArraysThatMayBeEmptyOnlyWhereTheyAreSet()
    {
        (string Script, string Name, string Text)[] arrays =
        [
            .. SourceFiles
                .Tracked()
                .Where(file => Scripts.Any(end => file.Path.EndsWith(end, StringComparison.Ordinal)) || file.Path == ".ci/run")
                .SelectMany(file => PerhapsEmpty().Matches(file.Text).Select(match => (file.Path, match.Groups["name"].Value, file.Text))),
        ];

        Assert.NotEmpty(arrays);
        Assert.All(arrays, array => Assert.DoesNotContain($" \"${{{array.Name}[@]}}\"", array.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("declare -A map")]
    [InlineData("mapfile -t lines")]
    [InlineData("echo ${name,,}")]
    [InlineData("echo ${name^}")]
    [InlineData("make &>> log")]
    [InlineData("make |& tee log")]
    [InlineData("local -n other=$1")]
    [InlineData("wait -n")]
    [InlineData("printf '%(%F)T'")]
    [InlineData("exec {fd}>file")]
    [InlineData("echo ${list[-1]}")]
    [InlineData("echo ${name:0:-1}")]
    [InlineData("[[ -v name ]]")]
    [InlineData("echo $EPOCHSECONDS")]
    public void AreJudgedByWhatIsNewer(string line) => Assert.Matches(Newer(), line);

    [GeneratedRegex(
        @"\b(declare|local|typeset)\s+-[a-zA-Z]*[Ang]\b|\b(mapfile|readarray|coproc)\b|\$\{\w+(\[[@*]\])?(,|\^)|&>>|\|&|\bwait\s+-n\b|%\([^)]*\)T|\{\w+\}[<>]|\[-\d+\]\}|\$\{\w+:[^}:]+:-\d+\}|-v\s+\w+\s+\]\]|\bEPOCH|\$\{\w+@[A-Z]\}|;;?&"
    )]
    private static partial Regex Newer();

    [GeneratedRegex("""(?m)^\s*(local )?(?<name>\w+)=\(("\$@")?\)""")]
    private static partial Regex PerhapsEmpty();
}
