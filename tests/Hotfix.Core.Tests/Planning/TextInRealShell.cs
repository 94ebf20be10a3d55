using System.Diagnostics;
using Hotfix.Core.Planning;

namespace Hotfix.Core.Tests.Planning;

public sealed class TextInRealShell
{
    [Theory]
    [InlineData("null ref in checkout")]
    [InlineData("$(touch /tmp/never) `id` $HOME ${PATH}")]
    [InlineData("a \"quoted\" word, a back\\slash and an end\\")]
    [InlineData("don't! wait!! really!")]
    [InlineData("; rm -rf / # & | > < * ? [a] {b} ~")]
    [InlineData("%s %d \\n \\t")]
    [InlineData("Größe 🔥 修复")]
    [InlineData("")]
    public void ComesBackAsItWas(string text) => Assert.Equal(text, Run($"printf %s \"{ShellText.Quoted(text)}\""));

    [Fact]
    public void StaysOnOneLine() => Assert.Equal("a b c", Run($"printf %s \"{ShellText.Quoted("a\nb\r\nc")}\""));

    private static string Run(string script)
    {
        var start = new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)));
        return process.ExitCode == 0 ? output : $"exit {process.ExitCode}";
    }
}
