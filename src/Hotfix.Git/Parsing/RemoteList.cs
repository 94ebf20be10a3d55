namespace Hotfix.Git.Parsing;

/// <summary>What <c>git remote --verbose</c> said of one remote, <c>url.….insteadOf</c> and <c>pushInsteadOf</c> applied.</summary>
/// <param name="Fetch">Where it is read.</param>
/// <param name="Pushes">Where a push goes; several when several are configured.</param>
internal sealed record RemoteList(string Fetch, IReadOnlyList<string> Pushes)
{
    private const string FetchMark = " (fetch)";
    private const string PushMark = " (push)";

    /// <summary>All remotes, by name.</summary>
    public static IReadOnlyDictionary<string, RemoteList> Parse(string output)
    {
        var remotes = new Dictionary<string, RemoteList>(StringComparer.Ordinal);
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // A partial clone adds its filter behind: 'origin <TAB> url (fetch) [blob:none]'.
            int fetch = line.LastIndexOf(FetchMark, StringComparison.Ordinal);
            int push = line.LastIndexOf(PushMark, StringComparison.Ordinal);
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && fetch > tab)
                remotes.TryAdd(line[..tab], new RemoteList(line[(tab + 1)..fetch], []));
            else if (tab > 0 && push > tab && remotes.TryGetValue(line[..tab], out RemoteList? remote))
                remotes[line[..tab]] = remote with { Pushes = [.. remote.Pushes, line[(tab + 1)..push]] };
        }

        return remotes;
    }
}
