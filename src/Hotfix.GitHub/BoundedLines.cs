using System.Runtime.CompilerServices;
using System.Text;

namespace Hotfix.GitHub;

/// <summary>Reads what others write line by line; of a line without end only the beginning is kept, however much comes.</summary>
internal static class BoundedLines
{
    /// <summary>Characters of a line that are kept.</summary>
    public const int Longest = 10_000;

    /// <summary>The lines, without their ends: <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c>.</summary>
    public static async IAsyncEnumerable<string> ReadAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        char[] buffer = new char[4096];
        var line = new StringBuilder();
        bool isAfterReturn = false;
        int read;
        while ((read = await reader.ReadAsync(buffer.AsMemory(), cancellationToken)) > 0)
        {
            for (int at = 0; at < read; at++)
            {
                char c = buffer[at];
                bool isSecondHalf = c == '\n' && isAfterReturn;
                isAfterReturn = c == '\r';
                if (c is not ('\r' or '\n'))
                {
                    if (line.Length < Longest)
                        line.Append(c);
                }
                else if (!isSecondHalf)
                {
                    yield return line.ToString();
                    line.Clear();
                }
            }
        }

        if (line.Length > 0)
            yield return line.ToString();
    }
}
