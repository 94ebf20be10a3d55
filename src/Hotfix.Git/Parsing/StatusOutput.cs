using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Parsing;

/// <summary>What <c>git status --porcelain=v2 -z --branch</c> said.</summary>
/// <remarks>Source: git-status(1), "Porcelain Format Version 2".</remarks>
internal sealed record StatusOutput(CommitSha? Head, BranchName? Branch, IReadOnlyList<string> Changed, IReadOnlyList<string> Untracked)
{
    /// <summary>Submodules whose difference is not staged; not among <see cref="Changed"/>.</summary>
    public IReadOnlyList<DifferingSubmodule> Submodules { get; init; } = [];

    /// <summary>Of the changed files, those that differ in content only, and from the index only; with the object that the index has.</summary>
    public IReadOnlyDictionary<string, string> Unstaged { get; init; } = new Dictionary<string, string>();

    // Fields before the path: '1 XY sub mH mI mW hH hI path', '2 … Xscore path NUL origPath', 'u XY sub m1 m2 m3 mW h1 h2 h3 path'.
    private const int FieldsOfChange = 8;
    private const int FieldsOfRename = 9;
    private const int FieldsOfConflict = 10;

    public static StatusOutput Parse(string output)
    {
        CommitSha? head = null;
        BranchName? branch = null;
        var changed = new List<string>();
        var untracked = new List<string>();
        var submodules = new List<DifferingSubmodule>();
        var unstaged = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] entries = output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < entries.Length; i++)
        {
            string entry = entries[i];
            switch (entry[0])
            {
                case '#' when Value(entry, "# branch.oid ") is { } oid:
                    head = CommitSha.TryParse(oid, out CommitSha sha) ? sha : null;
                    break;
                case '#' when Value(entry, "# branch.head ") is { } name:
                    branch = name != "(detached)" && BranchName.TryParse(name, out BranchName? parsed) ? parsed : null;
                    break;
                case '1' when entry.Split(' ', FieldsOfChange + 1) is [_, ['.', ..], ['S', var other, ..], .., var path]:
                    submodules.Add(new DifferingSubmodule(path, other == 'C'));
                    break;
                case '1':
                    changed.Add(Path(entry, FieldsOfChange));
                    if (
                        entry.Split(' ', FieldsOfChange + 1) is [_, ".M", _, var inHead, var inIndex, var inTree, _, var blob, var file]
                        && inHead == inIndex
                        && inIndex == inTree
                    )
                    {
                        unstaged[file] = blob;
                    }

                    break;
                case '2':
                    changed.Add(Path(entry, FieldsOfRename));
                    i++;
                    break;
                case 'u':
                    changed.Add(Path(entry, FieldsOfConflict));
                    break;
                case '?':
                    untracked.Add(entry[2..]);
                    break;
                default:
                    break;
            }
        }

        return new StatusOutput(head, branch, changed, untracked) { Submodules = submodules, Unstaged = unstaged };
    }

    private static string? Value(string entry, string header) => entry.StartsWith(header, StringComparison.Ordinal) ? entry[header.Length..] : null;

    private static string Path(string entry, int fields) => entry.Split(' ', fields + 1)[fields];
}
