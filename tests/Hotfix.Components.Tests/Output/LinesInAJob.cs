using Hotfix.Components.Output.Consoles;

namespace Hotfix.Components.Tests.Output;

/// <summary>What a job's runner would take for a command.</summary>
public sealed class LinesInAJob
{
    [Theory]
    [InlineData("::set-output name=state::done\n", "> ::set-output name=state::done\n")]
    [InlineData("  ::add-mask::x\n", ">   ::add-mask::x\n")]
    [InlineData("12:00:00 [ERR] a check said:\n::error::nobody said that\n", "12:00:00 [ERR] a check said:\n> ::error::nobody said that\n")]
    [InlineData("progress\r::stop-commands::x\r\n", "progress\n> ::stop-commands::x\n")]
    [InlineData("12:00:00 [DBG] text ##[set-output name=state;]done\n", "12:00:00 [DBG] text ## [set-output name=state;]done\n")]
    [InlineData("\u200b:\u00ad:error::x\n", "> \u200b:\u00ad:error::x\n")]
    [InlineData("#\u200b#\u0007[error]x\n", "#\u200b#\u0007 [error]x\n")]
    [InlineData("::error::two\n::error::lines\n", "> ::error::two\n> ::error::lines\n")]
    [InlineData("12:00:00 [INF] a::b ## c [x]\n", "12:00:00 [INF] a::b ## c [x]\n")]
    public void OfOthersAreText(string written, string expected) => Assert.Equal(expected, Write(written));

    [Fact]
    public void InPiecesAreTextToo() => Assert.Equal("> ::error::x\n", Write("::err", "or::x", "\n"));

    [Theory]
    [InlineData("::group::Test\n")]
    [InlineData("::endgroup::Test\n")]
    [InlineData("::warning::100%25 of it\n")]
    public void OfTheEnginePass(string written) => Assert.Equal(written, Write(written));

    [Fact]
    public void WithErrorsOfTheEngineAreKeptForTheEnd()
    {
        using var inner = new StringWriter();
        using var writer = new ActionsWriter(inner);

        writer.WriteLine("::error::Target \"Test\" has thrown an exception");

        Assert.Equal("", inner.ToString());
        Assert.Equal(["Target \"Test\" has thrown an exception"], writer.Errors);
    }

    [Fact]
    public void OfOursEndNeitherTheLineNorAProperty() =>
        Assert.Equal("::error title=a%3Ab%2Cc%0Ad::100%25%0D%0A::error::x, y", WorkflowCommand.Annotate("error", "a:b,c\nd", "100%\r\n::error::x, y"));

    private static string Write(params string[] pieces)
    {
        using var inner = new StringWriter();
        using (var writer = new ActionsWriter(inner))
        {
            foreach (string piece in pieces)
                writer.Write(piece);
        }

        return inner.ToString();
    }
}
