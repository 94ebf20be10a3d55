using System.Diagnostics;
using Hotfix.Core.Text;
using Hotfix.Testing;

namespace Hotfix.Core.Tests.Planning;

[Trait("Starts", "processes")]
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
    public async Task ComesBackAsItWas(string text) => Assert.Equal(text, await RunAsync($"printf %s \"{ShellText.Quoted(text)}\""));

    [Fact]
    public async Task StaysOnOneLine() => Assert.Equal("a b c", await RunAsync($"printf %s \"{ShellText.Quoted("a\nb\r\nc")}\""));

    private static async Task<string> RunAsync(string script)
    {
        EndedProcess shell = await ProcessRun.ToEndAsync(new ProcessStartInfo("sh", ["-c", script]), TimeSpan.FromSeconds(10));
        return shell.ExitCode == 0 ? shell.Output : $"exit {shell.ExitCode}";
    }
}
