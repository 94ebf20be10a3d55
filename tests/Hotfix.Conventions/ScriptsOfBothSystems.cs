using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary><c>build.cmd</c> has never run where this is built: as far as text goes, it does what <c>build.sh</c> does.</summary>
public sealed partial class ScriptsOfBothSystems
{
    private static readonly string Sh = File.ReadAllText(RepositoryRoot.Combine("build.sh"));
    private static readonly string Cmd = File.ReadAllText(RepositoryRoot.Combine("build.cmd"));

    [Fact]
    public void RefuseWithTheSameCodesAndRemedies()
    {
        string[] sh = [.. Refusal().Matches(Sh).Select(match => Plain(match.Value)).Distinct()];
        string[] cmd = [.. Refusal().Matches(Cmd).Select(match => Plain(match.Value)).Distinct()];

        Assert.Equal(sh.Order(StringComparer.Ordinal), cmd.Order(StringComparer.Ordinal));
        Assert.Equal(4, sh.Length);
    }

    [Fact]
    public void SayTheSameOfTheEngineThatTheyChose()
    {
        string[] sh = [.. Engine().Matches(Sh).Select(match => Plain(match.Value)).Order(StringComparer.Ordinal)];
        string[] cmd = [.. Engine().Matches(Cmd).Select(match => Plain(match.Value)).Order(StringComparer.Ordinal)];

        Assert.Equal(sh, cmd);
        Assert.Equal(3, sh.Length);
    }

    [Theory]
    [InlineData("unset HOST", "set \"HOST=\"")]
    [InlineData("NUKE_TELEMETRY_OPTOUT=1", "set \"NUKE_TELEMETRY_OPTOUT=1\"")]
    [InlineData("DOTNET_NOLOGO=1", "set \"DOTNET_NOLOGO=1\"")]
    [InlineData("DOTNET_CLI_TELEMETRY_OPTOUT=1", "set \"DOTNET_CLI_TELEMETRY_OPTOUT=1\"")]
    [InlineData("${DOTNET_EXE:-}", "=%DOTNET_EXE%\"")]
    [InlineData("${DOTNET_ROOT:-$HOME/.dotnet}/dotnet", "%DOTNET_ROOT_OR_HOME%\\dotnet.exe")]
    [InlineData("export HotfixEngine=$engine", "set \"HotfixEngine=%ENGINE%\"")]
    [InlineData("probe 8", "call :probe 8")]
    [InlineData("probe 60", "call :probe 60")]
    [InlineData("'Include=\"Fallout.Common\"'", "Include=\\\"Fallout.Common\\\"")]
    [InlineData("'Include=\"Nuke.Common\"'", "Include=\\\"Nuke.Common\\\"")]
    [InlineData("-p:HotfixEngine=\"$engine\" --disable-build-servers", "-p:HotfixEngine=%ENGINE% --disable-build-servers")]
    [InlineData("\"$program\" \"$@\"", "\"%PROGRAM%\" %*")]
    public void TakeTheSameEnvironmentAndSwitches(string inSh, string inCmd)
    {
        Assert.Contains(inSh, Sh, StringComparison.Ordinal);
        Assert.Contains(inCmd, Cmd, StringComparison.Ordinal);
    }

    [Fact]
    public void JumpOnlyToLabelsThatAreThere()
    {
        string[] labels = [.. Label().Matches(Cmd).Select(match => match.Groups["name"].Value)];
        string[] jumps = [.. Jump().Matches(Cmd).Select(match => match.Groups["name"].Value).Distinct()];

        Assert.Empty(jumps.Except(labels));
        Assert.NotEmpty(jumps);
    }

    [Fact]
    public void KeepTheLineEndsThatEachNeeds()
    {
        string attributes = File.ReadAllText(RepositoryRoot.Combine(".gitattributes"));

        Assert.Matches(@"(?m)^\*\.cmd\s.*eol=crlf", attributes);
        Assert.Matches(@"(?m)^\*\.sh\s.*eol=lf", attributes);
        Assert.DoesNotContain("\r", Sh, StringComparison.Ordinal);
    }

    // What differs is how a script spells a value, and where a program lies.
    private static string Plain(string text) =>
        Spaces().Replace(Value().Replace(text.Replace("1>&2", "", StringComparison.Ordinal), "?"), " ").Trim().TrimEnd('\'', '"', ')', ' ');

    [GeneratedRegex(@"HF\d{4}: [^'""\r\n]*")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"engine: [^""\r\n]*")]
    private static partial Regex Engine();

    [GeneratedRegex(@"'?(\$\{?\w+\}?|%\w+%|!\w+!)'?(: \$reason)?")]
    private static partial Regex Value();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?m)^:(?<name>\w+)")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?m)(?:goto|call :)\s*(?<name>\w+)")]
    private static partial Regex Jump();
}
