using CsCheck;
using Hotfix.Core.Text;

namespace Hotfix.Core.Tests.Planning;

public sealed class MarkdownOfPeoplesWords
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char["ab `~\n\r\\<>@#*_\u202e"], 0, 60];

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a", "`` `a ``")]
    [InlineData("a\nb", "`a b`")]
    [InlineData(" a ", "`  a  `")]
    [InlineData(" ", "` `")]
    [InlineData("", "")]
    public void FitsIntoCodeSpan(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Code(text));

    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("<b>*x*</b>", @"\<b\>\*x\*\</b\>")]
    [InlineData("@acme/all", @"\@&#8203;acme/all")]
    [InlineData("fixes #17", @"fixes \#&#8203;17")]
    [InlineData("https://example.com", @"https\://example\.com")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("1. x", @"1\. x")]
    public void IsEscapedAsPlainText(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Escape(text));

    [Fact]
    public void CannotCloseItsFence() =>
        Words.Sample(text =>
        {
            string[] lines = MarkdownText.Block(text).Split('\n');
            string fence = lines[^1];

            return fence.Trim('`').Length == 0
                && fence.Length >= 3
                && lines[0] == fence + "text"
                && !lines[1..^1].Any(line => line.Contains(fence, StringComparison.Ordinal));
        });

    [Fact]
    public void CannotCloseItsCodeSpan() =>
        Words
            .Where(text => text.Length > 0)
            .Sample(text =>
            {
                string code = MarkdownText.Code(text);
                string fence = code[..code.TakeWhile(c => c == '`').Count()];
                string inner = code[fence.Length..^fence.Length];

                return code.EndsWith(fence, StringComparison.Ordinal)
                    && !inner.Contains(fence, StringComparison.Ordinal)
                    && !inner.Contains('\n', StringComparison.Ordinal);
            });
}
