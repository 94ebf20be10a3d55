using System.Globalization;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Parsing;

/// <summary>What <c>git log -z</c> said in <see cref="Format"/>: five fields a commit, each ended by NUL.</summary>
internal static class LogOutput
{
    public const string Format = "--format=tformat:%H%x00%P%x00%an%x00%cI%x00%s";
    private const int Fields = 5;

    public static IReadOnlyList<CommitSummary> Parse(string output) =>
        [.. output.Split('\0').Chunk(Fields).Where(fields => fields.Length == Fields).Select(ToCommit)];

    private static CommitSummary ToCommit(string[] fields) =>
        new(
            CommitSha.Parse(fields[0]),
            [.. fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CommitSha.Parse)],
            fields[2],
            DateTimeOffset.Parse(fields[3], CultureInfo.InvariantCulture),
            fields[4]
        );
}
