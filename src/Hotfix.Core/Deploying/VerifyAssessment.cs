using Hotfix.Core.Lanes;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Compares what an environment answers with the release that it should run.</summary>
internal static class VerifyAssessment
{
    private const int Shown = 120;

    /// <summary>What is wrong with the answer of an address: it has to name this sha or version. <c>null</c> when nothing is.</summary>
    public static string? Misfit(string said, DeployableRelease release)
    {
        var identity = ProductionIdentity.Parse(said);
        return identity.Fits(release.Commit, release.Tag.Version) ? null
            : identity.IsKnown ? $"it answers '{OneLine(said)}', not {release.Tag.Version} or {release.Commit.Short}"
            : $"it answers '{OneLine(said)}', which names no sha and no version";
    }

    /// <summary>
    /// What is wrong with a command's end: it has to be exit code 0, and where its last line names a sha or a version, that of the release.
    /// <c>null</c> when nothing is. What else it printed is the log's.
    /// </summary>
    /// <param name="exitCode"><c>null</c> when its time was up.</param>
    /// <param name="lastLine">The last line on its standard output.</param>
    /// <param name="release">What it was told.</param>
    public static string? Misfit(int? exitCode, string lastLine, DeployableRelease release) =>
        exitCode switch
        {
            null => "it did not end in time",
            0 when ProductionIdentity.Parse(lastLine) is { IsKnown: true } identity && !identity.Fits(release.Commit, release.Tag.Version) =>
                $"it names {identity.Version?.ToString() ?? identity.Sha}, not {release.Tag.Version} or {release.Commit.Short}",
            0 => null,
            _ => $"it ended with exit code {exitCode}",
        };

    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Shown ? line : line[..Shown] + "…";
    }
}
