using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Deploying;

/// <summary>
/// What a rollback is about. The issue that locks releases keeps it, so that a second run goes on with the same one and never goes back twice.
/// </summary>
/// <param name="From">The release that is left; <c>null</c> when what ran has no release tag.</param>
/// <param name="To">The release that is gone back to.</param>
/// <param name="After">The newest deployment when it began: only later ones are of this rollback; 0 for none.</param>
internal sealed partial record RollbackRecord(ReleaseTag? From, ReleaseTag To, long After)
{
    private const string None = "none";

    /// <summary>The mark of the one lock that this software opens.</summary>
    public static Marker LockMarker { get; } = new(ReleaseGate.LockLabel);

    /// <summary>What a lock is about; <c>null</c> when it is not one of a rollback, or not ours.</summary>
    public static RollbackRecord? Read(Issue issue)
    {
        Match match = Mark().Match(issue.Body.ReplaceLineEndings("\n"));
        return
            issue.IsOurs
            && match.Success
            && ReleaseTag.TryParse(Uri.UnescapeDataString(match.Groups["to"].Value)) is { } to
            && long.TryParse(match.Groups["after"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long after)
            ? new RollbackRecord(ReleaseTag.TryParse(Uri.UnescapeDataString(match.Groups["from"].Value)), to, after)
            : null;
    }

    /// <summary>The issue that locks releases until somebody says that the reason is gone.</summary>
    /// <param name="environment">Where it was gone back.</param>
    /// <param name="reason">People's reason; <c>null</c> without one.</param>
    /// <param name="anyway">Why it was done although it was known to be unsafe; <c>null</c> when it was not.</param>
    /// <param name="unsafeFiles">What made it unsafe.</param>
    public NewIssue ToLock(string environment, string? reason, string? anyway, IReadOnlyList<string> unsafeFiles)
    {
        string body = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <!-- hotfix:rollback/{Escape(From?.Name ?? None)}/{Escape(To.Name)}/{After} -->
            `{environment}` goes back from {From?.Name ?? "what has no release tag"} to {To}, and nothing is released until this issue is closed.

            Reason: {(reason is null ? "none was given" : MarkdownText.Escape(reason))}
            {(
                anyway is null
                    ? ""
                    : $"\nGoing back was known to be unsafe ({string.Join(", ", unsafeFiles.Select(MarkdownText.Code))}), and was done because: {MarkdownText.Escape(anyway)}\n"
            )}
            When the reason is gone: `./build.sh Rollback --unlock`, or close this issue.
            """
        );
        return new NewIssue(
            LockMarker,
            $"Releases are locked: {environment} went back to {To}",
            OwnCommand.ForAll(body.ReplaceLineEndings("\n")),
            [ReleaseGate.LockLabel],
            []
        );
    }

    /// <summary>The word by which this rollback's run of a workflow is told from others.</summary>
    public string Purpose => string.Create(CultureInfo.InvariantCulture, $"rollback-{After}");

    // The names of a product's tags have slashes of their own.
    private static string Escape(string tag) => tag.Replace("/", "%2F", StringComparison.Ordinal);

    [GeneratedRegex(
        "(?:^|\n)<!-- hotfix:release-lock -->\n<!-- hotfix:rollback/(?<from>[^/ ]+)/(?<to>[^/ ]+)/(?<after>[0-9]+) -->\n",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();
}
