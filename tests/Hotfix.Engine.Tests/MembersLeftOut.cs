using System.Text.RegularExpressions;
using Hotfix.Engine.Tests.Harness;
using Hotfix.Testing;
using NukeBuild = Nuke.Common.NukeBuild;

namespace Hotfix.Engine.Tests;

/// <summary>What NUKE declares and the engine does not is listed in docs/engine.md, with a reason.</summary>
public sealed partial class MembersLeftOut
{
    [FactWithNukeApi]
    public void AreListedWithOneReasonEach()
    {
        HashSet<string> ours = [.. PublicApi.Of(typeof(NukeBuild).Assembly)];
        HashSet<string> types = [.. ours.Select(TypeOf)];
        Dictionary<string, string> table = ReadTable();

        string[] unlisted =
        [
            .. NukeApi
                .Read()
                .Where(line => !ours.Contains(line))
                .Where(line =>
                    !(
                        types.Contains(TypeOf(line))
                            ? Covers(table, ShortName(TypeOf(line)), MemberName(line))
                            : Covers(table, Namespace(TypeOf(line)), ShortName(TypeOf(line)))
                    )
                ),
        ];

        Assert.True(unlisted.Length == 0, string.Join('\n', unlisted));
    }

    [Fact]
    public void HaveAReason() => Assert.All(Rows(), row => Assert.All(row.Skip(1), cell => Assert.NotEmpty(cell)));

    private static bool Covers(Dictionary<string, string> table, string of, string name) =>
        table.TryGetValue(of, out string? leftOut)
        && (
            leftOut.Contains("the rest", StringComparison.Ordinal)
            || (name == ".ctor" && leftOut.Contains("constructor", StringComparison.Ordinal))
            || Quoted().Matches(leftOut).Any(match => match.Groups[1].Value == name)
        );

    /// <summary>What is left out of each type or namespace that a row names.</summary>
    private static Dictionary<string, string> ReadTable()
    {
        var table = new Dictionary<string, string>();
        string[] of = [];
        foreach (string[] row in Rows())
        {
            of = row[0].Length == 0 ? of : [.. Quoted().Matches(row[0]).Select(match => match.Groups[1].Value)];
            foreach (string name in of)
            {
                string key = name.StartsWith('.') ? "Nuke.Common" + name : name;
                table[key] = table.GetValueOrDefault(key) + row[1];
            }
        }

        return table;
    }

    private static IEnumerable<string[]> Rows() =>
        File.ReadAllLines(RepositoryRoot.Combine("docs", "engine.md"))
            .SkipWhile(line => line != "## What is left out, and why")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) || line.StartsWith("| | ", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());

    private static string TypeOf(string line) => line.Split(" :: ")[0];

    private static string Namespace(string type) => type[..type.LastIndexOf('.')];

    private static string ShortName(string type) => type[(type.LastIndexOf('.') + 1)..].Split('`', '+')[0];

    // A method's name stands before its parenthesis or type parameters, a property's before its braces, a field's last.
    private static string MemberName(string line)
    {
        string member = line.Split(" :: ")[1];
        if (member.Contains(".ctor(", StringComparison.Ordinal))
            return ".ctor";

        string declaration =
            member.Contains(" {", StringComparison.Ordinal) ? member[..member.IndexOf(" {", StringComparison.Ordinal)]
            : Method().Match(member) is { Success: true } method ? method.Groups[1].Value
            : member.Split(" = ")[0];
        return declaration[(declaration.LastIndexOf(' ') + 1)..];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@" (\w+)(?:\[[\w, ]+\])?\(")]
    private static partial Regex Method();
}
