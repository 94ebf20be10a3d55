using Hotfix.Core.Adopting;

namespace Hotfix.Core.Tests.Adopting;

public sealed class TextsThatDiffer
{
    [Theory]
    [InlineData("a\nb\nc\n", "a\nx\nc\n", " a|-b|+x| c")]
    [InlineData("a\n", "a\nb\n", " a|+b")]
    [InlineData("a\nb\n", "b\n", "-a| b")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nx\n", "…| 7| 8|-9|+x")]
    [InlineData("a\n", "a\n", "…")]
    public void AreShownByTheirChangedLines(string from, string to, string lines) => Assert.Equal(lines, string.Join('|', TextDifference.Between(from, to)));
}
