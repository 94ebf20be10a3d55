using Hotfix.Testing;

namespace Hotfix.Conventions.Workflows;

/// <summary>
/// The committed list of actions: <c>.github/action-pins.tsv</c>. A commit that is not in it was never looked up, or was mistyped, and a runner that cannot
/// fetch one ends the job before its first step.
/// </summary>
internal static class ActionPins
{
    private static readonly Lazy<IReadOnlyList<string[]>> Rows = new(() =>
        [.. File.ReadLines(RepositoryRoot.Combine(".github", "action-pins.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))]
    );

    /// <summary>Action, version and commit, one row each.</summary>
    public static IReadOnlyList<string[]> All => Rows.Value;

    /// <summary>As a workflow has to write them: <c>owner/name@commit # version</c>.</summary>
    public static IEnumerable<string> Uses => All.Select(row => $"{row[0]}@{row[2]} # {row[1]}");
}
