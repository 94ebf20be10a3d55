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
    [InlineData("[[ -v name ]]")]
    [InlineData("echo $EPOCHSECONDS")]
    public void AreJudgedByWhatIsNewer(string line) => Assert.Matches(Newer(), line);

    [GeneratedRegex(
        @"\b(declare|local|typeset)\s+-[a-zA-Z]*[Ang]\b|\b(mapfile|readarray|coproc)\b|\$\{\w+(\[[@*]\])?(,|\^)|&>>|\|&|\bwait\s+-n\b|%\([^)]*\)T|\{\w+\}[<>]|\[-\d+\]\}|-v\s+\w+\s+\]\]|\bEPOCH|\$\{\w+@[A-Z]\}|;;?&"
    )]
    private static partial Regex Newer();
}
