using Hotfix.Core.Text;

namespace Hotfix.Core.Tests.Telling;

public sealed class LineOfPeoplesWords
{
    [Theory]
    [InlineData("  a \r\n\t b\u2028c \u0085", "a b c")]
    [InlineData("a\u202eb\u2066c\u0000d\u200be", "abcde")]
    [InlineData("half \ud83d of", "half of")]
    [InlineData("", "")]
    public void IsOneCleanLine(string text, string line) => Assert.Equal(line, PlainText.OneLine(text, 100));

    [Theory]
    [InlineData("123456", "12345…")]
    [InlineData("12345", "12345")]
    [InlineData("1234👍", "1234…")]
    [InlineData("123👍5", "123👍…")]
    [InlineData("1234 6", "1234…")]
    [InlineData("12345   ", "12345")]
    public void IsCutBetweenCharacters(string text, string line) => Assert.Equal(line, PlainText.OneLine(text, 5));

    [Theory]
    [InlineData("קופה down")]
    [InlineData("down في السلة")]
    public void IsSetApartWhereItRunsRightToLeft(string text) => Assert.Equal($"\u2068{text}\u2069", PlainText.OneLine(text, 100));
}
