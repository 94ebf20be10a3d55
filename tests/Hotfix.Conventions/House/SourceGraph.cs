using System.Text.RegularExpressions;

namespace Hotfix.Conventions.House;

/// <summary>Which file uses which: it names a type that the other declares, or calls its extension method. The files of one partial type are one.</summary>
internal sealed partial class SourceGraph
{
    private readonly Dictionary<string, HashSet<string>> _uses;

    private SourceGraph(Dictionary<string, HashSet<string>> uses) => _uses = uses;

    /// <summary>How many nodes there are.</summary>
    public int Count => _uses.Count;

    /// <summary>Of these files, paths and texts.</summary>
    public static SourceGraph Of(IEnumerable<(string Path, string Text)> files)
    {
        (string Path, string Code)[] read = [.. files.Select(file => (file.Path, SourceText.CodeOf(file.Text)))];
        ILookup<string, string> types = Declared(read, Type());
        ILookup<string, string> extensions = Declared(read, Extension());
        return new SourceGraph(
            read.ToDictionary(
                file => file.Path,
                file =>
                    Names(file.Code, TypeUse())
                        .Where(name => !types[name].Contains(file.Path))
                        .SelectMany(name => types[name])
                        .Concat(
                            Names(file.Code, Call())
                                .Select(name => extensions[name].Distinct().ToArray())
                                .Where(found => found.Length == 1)
                                .SelectMany(found => found)
                        )
                        .Where(other => other != file.Path)
                        .ToHashSet()
            )
        );
    }

    /// <summary>The same for what files are gathered in, by a name for each path.</summary>
    public SourceGraph By(Func<string, string> group) =>
        new(
            _uses
                .GroupBy(file => group(file.Key), file => file.Value.Select(group))
                .ToDictionary(files => files.Key, files => files.SelectMany(used => used).Where(used => used != files.Key).ToHashSet())
        );

    /// <summary>What one uses directly.</summary>
    public IReadOnlyCollection<string> UsedBy(string node) => _uses[node];

    /// <summary>Groups in which everything uses everything else, be it by way of others; the largest first.</summary>
    public IReadOnlyList<string[]> Circles()
    {
        Dictionary<string, HashSet<string>> reach = _uses.Keys.ToDictionary(node => node, Reached);
        return
        [
            .. _uses
                .Keys.Where(node => reach[node].Contains(node))
                .GroupBy(node => reach[node].Where(other => reach[other].Contains(node)).Min(StringComparer.Ordinal)!)
                .Select(circle => circle.Order(StringComparer.Ordinal).ToArray())
                .OrderByDescending(circle => circle.Length),
        ];
    }

    private HashSet<string> Reached(string from)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(_uses[from]);
        while (next.TryPop(out string? node))
        {
            if (!reached.Add(node))
                continue;

            foreach (string used in _uses[node])
                next.Push(used);
        }

        return reached;
    }

    private static ILookup<string, string> Declared((string Path, string Code)[] files, Regex declaration) =>
        files.SelectMany(file => Names(file.Code, declaration).Select(name => (name, file.Path))).ToLookup(it => it.name, it => it.Path);

    private static IEnumerable<string> Names(string code, Regex pattern) => pattern.Matches(code).Select(match => match.Groups["name"].Value).Distinct();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file) )+(?:(?:static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|interface|enum|delegate \S+|struct|record(?: struct| class)?) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Type();

    [GeneratedRegex(@"\b(?<name>\w+)(?:<[\w, ]+>)?\(this ")]
    private static partial Regex Extension();

    // Not a member of something, and not a property that is declared under the name of its type.
    [GeneratedRegex(@"(?<![\w.])(?<name>[A-Z]\w*)\b(?!\s*(?:\{ get|\{ init|=>|=[^=]))")]
    private static partial Regex TypeUse();

    [GeneratedRegex(@"\.(?<name>[A-Z]\w*)(?:<[\w, ]+>)?\(")]
    private static partial Regex Call();
}
