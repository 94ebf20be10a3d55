namespace Hotfix.GitHub.Tests;

public class LineWithoutEnd
{
    [Fact]
    public async Task IsKeptInItsBeginningOnly()
    {
        using var reader = new StringReader(new string('x', 1_000_000) + "\r\nsecond\n\nlast");

        List<string> lines = [];
        await foreach (string line in BoundedLines.ReadAsync(reader, CancellationToken.None))
            lines.Add(line);

        Assert.Equal([new string('x', BoundedLines.Longest), "second", "", "last"], lines);
    }
}
