using System.Text;
using System.Text.RegularExpressions;

namespace Hotfix.Core.Doctoring;

/// <summary>GitHub's patterns for names of refs: <c>*</c> within a segment, <c>**</c> across them, <c>?</c> one character, the rest as it stands.</summary>
internal static class RefGlob
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static bool Matches(string pattern, string name)
    {
        var regex = new StringBuilder("^");
        for (int i = 0; i < pattern.Length; i++)
        {
            bool isDouble = pattern[i] == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*';
            regex.Append(
                pattern[i] switch
                {
                    '*' when isDouble => ".*",
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var c => Regex.Escape(c.ToString()),
                }
            );
            i += isDouble ? 1 : 0;
        }

        try
        {
            return Regex.IsMatch(name, regex.Append('$').ToString(), RegexOptions.CultureInvariant, Patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
