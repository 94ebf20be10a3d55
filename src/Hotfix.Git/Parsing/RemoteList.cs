namespace Hotfix.Git.Parsing;

/// <summary>What <c>git remote --verbose</c> said: fetch addresses, <c>url.….insteadOf</c> applied, by remote.</summary>
internal static class RemoteList
{
    private const string Fetch = " (fetch)";

    public static IReadOnlyDictionary<string, string> Parse(string output)
    {
        var remotes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // A partial clone adds its filter behind: 'origin <TAB> url (fetch) [blob:none]'.
            int end = line.LastIndexOf(Fetch, StringComparison.Ordinal);
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && end > tab)
            {
                remotes.TryAdd(line[..tab], line[(tab + 1)..end]);
            }
        }

        return remotes;
    }
}
