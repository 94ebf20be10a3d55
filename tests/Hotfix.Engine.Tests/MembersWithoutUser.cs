using System.Text.RegularExpressions;
using Hotfix.Engine.Tests.Harness;
using Hotfix.Testing;
using NukeBuild = Nuke.Common.NukeBuild;

namespace Hotfix.Engine.Tests;

/// <summary>
/// What the engine declares and neither the components, the build nor what Init writes names is there for builds of teams, and for nothing else: the list is
/// text, so
/// that it does not grow unseen. Why it is kept: docs/decisions/members-for-teams.md.
/// </summary>
public sealed partial class MembersWithoutUser
{
    [Fact]
    public void AreTheFamiliesThatBuildsOfTeamsAreWrittenWith()
    {
        HashSet<string> used = ReadNames("src", "build");
        string[] without =
        [
            .. PublicApi
                .Of(typeof(NukeBuild).Assembly)
                .Select(line => (Type: TypeOf(line), Name: NameOf(line)))
                .Where(member => member.Name.Length > 0 && !used.Contains(member.Name))
                .Select(member => $"{member.Type} :: {member.Name}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

        Golden.Verify(string.Join('\n', without) + "\n");
    }

    private static HashSet<string> ReadNames(params string[] folders)
    {
        string engine = RepositoryRoot.Combine("src", "Hotfix.Engine") + Path.DirectorySeparatorChar;
        IEnumerable<string> files = folders
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.StartsWith(engine, StringComparison.Ordinal) && !Output().IsMatch(file));
        return [.. files.SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(match => match.Value))];
    }

    private static string TypeOf(string line) => line[..line.IndexOf(" :: ", StringComparison.Ordinal)];

    // Operators, constructors and a type's own line have no name to look for; a type is looked for by its members.
    private static string NameOf(string line)
    {
        string member = line[(line.IndexOf(" :: ", StringComparison.Ordinal) + 4)..];
        Match match = Member().Match(member);
        string name = match.Success ? match.Groups["name"].Value : "";
        return name.StartsWith("op_", StringComparison.Ordinal) || name is "ToString" or "Equals" or "GetHashCode" ? "" : name;
    }

    [GeneratedRegex(@"^(static |const )?\S+ (?<name>[A-Z_]\w*)")]
    private static partial Regex Member();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Output();
}
