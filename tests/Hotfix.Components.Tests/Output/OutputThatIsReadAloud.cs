using Hotfix.Components.Output.Consoles;

namespace Hotfix.Components.Tests.Output;

/// <summary>HOTFIX_PLAIN and TERM=dumb, and what NO_COLOR leaves.</summary>
public sealed class OutputThatIsReadAloud
{
    [Fact]
    public void HasNoDrawnLinesNoFacesAndNoColours()
    {
        string[] written =
        [
            "╬═════════",
            "\e[36;1m║ Test\e[0m",
            "╬══",
            "",
            "12:00:00 [INF] 3 passed",
            "══════",
            "Test\u00a0\u00a0Succeeded",
            "──────",
            "\e[32;1mBuild succeeded on 1/5/2026. ＼（＾ᴗ＾）／\e[0m",
        ];
        using var inner = new StringWriter();
        using (var writer = new PlainWriter(inner))
        {
            foreach (string line in written)
                writer.WriteLine(line);
        }

        Assert.Equal("Test:\n\n12:00:00 [INF] 3 passed\nTest  Succeeded\nBuild succeeded on 1/5/2026.\n", inner.ToString());
    }

    [Fact]
    public void HasNoNameOfAnEngineInBlocks()
    {
        using var inner = new StringWriter();
        using (var writer = new PlainWriter(inner))
        {
            foreach (string line in new[] { "███╗   ██╗██╗   ██╗", "╚═╝\u00a0\u00a0╚═══╝\u200b", "NUKE Execution Engine version 10.1.0" })
                writer.WriteLine(line);
        }

        Assert.Equal("NUKE Execution Engine version 10.1.0\n", inner.ToString());
    }

    // The pattern took the square of such a line, an hour for this one.
    [Fact(Timeout = 30_000)]
    public Task OfALongRuledLineTakesNoLonger()
    {
        string line = new string('═', 500_000) + "x";
        using var inner = new StringWriter();
        using (var writer = new PlainWriter(inner))
            writer.WriteLine(line);

        Assert.Equal(line + "\n", inner.ToString());
        return Task.CompletedTask;
    }

    [Fact]
    public void OfALineThatDoesNotEndPassesInParts()
    {
        using var inner = new StringWriter();
        using var writer = new PlainWriter(inner);

        for (int part = 0; part < 300; part++)
            writer.Write(new string('x', 10_000));

        Assert.InRange(inner.ToString().Length, 2_000_000, 3_000_010);
    }

    [Fact]
    public void WithoutColourKeepsWhatMovesTheCursor()
    {
        using var inner = new StringWriter();
        using var writer = new ColourlessWriter(inner);

        writer.Write("\e[?25l\e[2A\e[0J\e[38;5;9mred\e[0m");

        Assert.Equal("\e[?25l\e[2A\e[0Jred", inner.ToString());
    }

    [Theory]
    [InlineData("NO_COLOR", "1", false, true)]
    [InlineData("NO_COLOR", "", false, false)]
    [InlineData("HOTFIX_PLAIN", "1", true, true)]
    [InlineData("HOTFIX_PLAIN", "0", false, false)]
    [InlineData("TERM", "dumb", true, true)]
    [InlineData("TERM", "xterm-256color", false, false)]
    public void IsAskedForByTheEnvironment(string name, string value, bool isPlain, bool isColourless)
    {
        var mode = ConsoleMode.Of([], new Dictionary<string, string> { [name] = value });

        Assert.Equal((isPlain, isColourless), (mode.IsPlain, mode.IsColourless));
    }

    [Theory]
    [InlineData(true, "Hotfix", "--json")]
    [InlineData(true, "-JSON", "true")]
    [InlineData(false, "--json", "false")]
    [InlineData(false, "--json", "--json", "false")]
    [InlineData(false, "Hotfix")]
    public void OrByTheArgumentsForTheDocument(bool expected, params string[] arguments) =>
        Assert.Equal(expected, ConsoleMode.Of(arguments, new Dictionary<string, string>()).IsJson);

    [Fact]
    public void TakesTheVariableOfTheDocumentWhereThereIsNoSwitch()
    {
        var variables = new Dictionary<string, string> { ["NUKE_JSON"] = "true" };

        Assert.Equal((true, false), (ConsoleMode.Of(["Status"], variables).IsJson, ConsoleMode.Of(["--json", "false"], variables).IsJson));
    }
}
