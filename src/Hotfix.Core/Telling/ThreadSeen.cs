using System.Globalization;
using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Telling;

/// <summary>What a run saw of a hotfix, and did with it: all that its thread is written from, beside what the thread remembers.</summary>
/// <param name="Snapshot">The newest look; it has a hotfix.</param>
/// <param name="Repository"><c>owner/name</c>.</param>
internal sealed record ThreadSeen(Snapshot Snapshot, string Repository)
{
    /// <summary>People's words for the trouble, where this run was told them.</summary>
    public string? Description { get; init; }

    /// <summary>The incident, as an address or <c>#17</c>.</summary>
    public string? Incident { get; init; }

    /// <summary>The environment that users see.</summary>
    public string ProductionEnvironment { get; init; } = "production";

    /// <summary>The environment where a release of the exceptional lane is tried.</summary>
    public string StagingEnvironment { get; init; } = "hotfix-staging";

    /// <summary>Of each environment the newest deployment of the release; empty before it.</summary>
    public IReadOnlyList<Deployment> Deployments { get; init; } = [];

    /// <summary>The issue that stands for the forward-port; <c>null</c> when none does.</summary>
    public Issue? Debt { get; init; }

    /// <summary>Rules that this run set aside.</summary>
    public IReadOnlyList<ThreadOverride> Overrides { get; init; } = [];

    /// <summary>What the run waits for.</summary>
    public IReadOnlyList<Wait> Waits { get; init; } = [];

    /// <summary>Why the run stopped; <c>null</c> when it did not.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Whether production was just seen to run it.</summary>
    public bool IsVerified { get; init; }

    /// <summary>How it ended; <c>null</c> while it goes on.</summary>
    public ThreadEnd? End { get; init; }

    /// <summary>Why production went back, or the hotfix was given up; <c>null</c> when nobody said.</summary>
    public string? EndReason { get; init; }

    /// <summary>The release that production went back to; <c>null</c> when it did not.</summary>
    public ReleaseTag? WentBackTo { get; init; }

    /// <summary>What tells this time of going back from an earlier one.</summary>
    public string? Occurrence { get; init; }

    /// <summary>Whether this run created the branch.</summary>
    public bool IsStarted { get; init; }

    /// <summary>The incident's number, when it is an issue of this repository.</summary>
    public int? IncidentIssue
    {
        get
        {
            int at = Incident?.IndexOf($"/{Repository}/issues/", StringComparison.OrdinalIgnoreCase) ?? -1;
            string digits =
                Incident is ['#', .. var number] ? number
                : at < 0 ? ""
                : Incident![(at + Repository.Length + "//issues/".Length)..];
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int issue) && issue > 0 ? issue : null;
        }
    }

    /// <summary>The words for the trouble: as the pull request has them now, else as this run was told them.</summary>
    public string? Words => Snapshot.PullRequest?.Title is not { } title ? Description : TitlePattern.WordsOf(title);

    /// <summary>The branch that all this is about.</summary>
    public BranchName Branch => Snapshot.Hotfix!.Name;

    /// <summary>The release that has the fix; <c>null</c> before it.</summary>
    public ReleaseTag? Tag => Snapshot.Release is { } release && release.Containing is { } tag ? tag.Release : null;

    /// <summary>The deployment by which an environment runs the release; <c>null</c> when it does not, or nobody told GitHub.</summary>
    public Deployment? Running(string environment) => Deployments.FirstOrDefault(it => it.Environment == environment && it.State == DeploymentState.Succeeded);
}
