namespace Hotfix.Core.Policies;

/// <summary>
/// A path pattern: <c>*</c> within a folder, <c>**</c> across folders, <c>?</c> one character. A pattern without a slash matches the file name anywhere; one
/// that ends with a slash, everything in that folder.
/// </summary>
internal sealed class PathPattern
{
    private const char AnyWithinFolder = '*',
        AnyAcrossFolders = '\u0001',
        Folders = '\u0002',
        AnyCharacter = '?';

    private readonly string _tokens;
    private readonly bool _ignoreCase;

    /// <summary>Any text is a pattern; characters that are not wildcards stand for themselves.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="ignoreCase">Whether <c>Migrations</c> is also <c>migrations</c>.</param>
    public PathPattern(string pattern, bool ignoreCase = true)
    {
        Text = pattern;
        _ignoreCase = ignoreCase;
        string folder = pattern.EndsWith('/') ? pattern + "**" : pattern;
        string anchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal) ? folder.TrimStart('/') : "**/" + folder;
        _tokens = anchored.Replace("**/", Folders.ToString(), StringComparison.Ordinal).Replace("**", AnyAcrossFolders.ToString(), StringComparison.Ordinal);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Whether the path, with forward slashes and relative to the repository's root, matches.</summary>
    public bool Matches(string path)
    {
        // All positions that the pattern can be in, side by side: the time is the product of the two lengths, whatever the stars.
        bool[] now = new bool[_tokens.Length + 1];
        Enter(now, 0);
        foreach (char c in path)
        {
            bool[] next = new bool[now.Length];
            for (int i = 0; i < _tokens.Length; i++)
            {
                if (now[i])
                    Step(next, i, c);
            }

            now = next;
        }

        return now[^1];
    }

    private void Step(bool[] next, int i, char c)
    {
        switch (_tokens[i])
        {
            case AnyWithinFolder when c != '/':
            case AnyAcrossFolders:
                Enter(next, i);
                break;
            case Folders:
                next[i] = true;
                if (c == '/')
                    Enter(next, i + 1);

                break;
            case AnyCharacter when c != '/':
                Enter(next, i + 1);
                break;
            default:
                if (IsSame(_tokens[i], c) && _tokens[i] != AnyWithinFolder && _tokens[i] != AnyCharacter)
                    Enter(next, i + 1);

                break;
        }
    }

    // A star may stand for nothing.
    private void Enter(bool[] positions, int i)
    {
        positions[i] = true;
        while (i < _tokens.Length && (_tokens[i] is AnyWithinFolder or AnyAcrossFolders or Folders))
            positions[++i] = true;
    }

    private bool IsSame(char one, char other) => one == other || (_ignoreCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));
}
