using Hotfix.Components.Output.Consoles;

namespace Hotfix.Components.Tests.Output;

public sealed class CommandToGoOnWith
{
    [Fact]
    public void IsTheSameOneWithoutItsSecrets()
    {
        string[] arguments = ["Hotfix", "--description", "null ref in checkout", "--token", "ghp_secret", "--labels", "a,b", "--new"];

        string command = SameCommand.Of(arguments, ["Token"], isWindows: false);

        Assert.Equal("./build.sh Hotfix --description 'null ref in checkout' --labels a,b --new", command);
        Assert.Equal(["--token"], SameCommand.LeftOut(arguments, ["Token"]));
    }

    [Theory]
    [InlineData("it's $HOME `x` \"y\"", "'it'\\''s $HOME `x` \"y\"'")]
    [InlineData("two\nlines", "$'two\\nlines'")]
    [InlineData("\e[2J it's", "$'\\u001b[2J it\\'s'")]
    [InlineData("abc\u202edef", "$'abc\\u202edef'")]
    [InlineData("1.4.3", "1.4.3")]
    [InlineData("", "''")]
    public void QuotesForAShell(string argument, string expected) => Assert.Equal(expected, ShellWords.Quote(argument, isWindows: false));

    [Fact]
    public void QuotesForWindows() =>
        Assert.Equal(
            @".\build.cmd Hotfix --description ""say \""hi\"" twice""",
            SameCommand.Of(["Hotfix", "--description", "say \"hi\" twice"], [], isWindows: true)
        );
}
