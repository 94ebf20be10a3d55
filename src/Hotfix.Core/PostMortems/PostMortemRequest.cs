using Hotfix.Core.Refs;

namespace Hotfix.Core.PostMortems;

/// <summary>What a person says about the post-mortem of a hotfix.</summary>
internal sealed record PostMortemRequest
{
    /// <summary>The release that is meant (<c>--tag</c>); <c>null</c> for that of the hotfix, or the newest that was one.</summary>
    public ReleaseTag? Tag { get; init; }

    /// <summary>Login of who sees to it (<c>--post-mortem-owner</c>); <c>null</c> for the author of the hotfix's pull request.</summary>
    public string? Owner { get; init; }

    /// <summary>How long from now it may take (<c>--post-mortem-due</c>): five days unless set, while people still remember.</summary>
    public TimeSpan DueIn { get; init; } = TimeSpan.FromDays(5);

    /// <summary>When the trouble began (<c>--incident-start</c>); <c>null</c> when nobody said.</summary>
    public DateTimeOffset? IncidentStart { get; init; }

    /// <summary>Absolute path of the file to write instead of an issue (<c>--post-mortem-file</c>); <c>null</c> for an issue.</summary>
    public string? File { get; init; }

    /// <summary>Where a release of the exceptional lane is tried out.</summary>
    public string StagingEnvironment { get; init; } = "hotfix-staging";
}
