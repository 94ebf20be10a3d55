using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Everything by which it is decided where production's deployment of a release stands, whoever performs it.</summary>
internal sealed record AwaitDeployFacts
{
    /// <summary>When this look was taken.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The release.</summary>
    public required DeployableRelease Release { get; init; }

    /// <summary>Production's environment.</summary>
    public required string Environment { get; init; }

    /// <summary>Whether GitHub has that environment: it makes it when something is first deployed there.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>Deployments of this very commit, newest first; none that GitHub recorded for a run that was dispatched for another release.</summary>
    public IReadOnlyList<Deployment> OfCommit { get; init; } = [];

    /// <summary>What the environment runs; <c>null</c> when nothing says.</summary>
    public Deployment? Current { get; init; }

    /// <summary>Whether <see cref="Current"/> is of a commit that contains this one.</summary>
    public bool IsContained { get; init; }

    /// <summary>What the sources say that the team named beside deployments, its variable and its address; empty where it named none.</summary>
    public IReadOnlyList<ProductionClaim> Told { get; init; } = [];

    /// <summary>Which sources count, the first that says anything alone; <c>null</c>: all of them, and they must agree.</summary>
    public IReadOnlyList<ProductionSource>? Order { get; init; }

    /// <summary>Those commits of <see cref="Told"/> that contain this one.</summary>
    public IReadOnlySet<CommitSha> Containing { get; init; } = new HashSet<CommitSha>();

    /// <summary>The workflow run that deploys it; <c>null</c> when none is known.</summary>
    public FollowedRun? Run { get; init; }

    /// <summary>How many runs we started for it.</summary>
    public int Started { get; init; }

    /// <summary>Ids of the runs that this very process started for the release, to make it or to deploy it.</summary>
    public IReadOnlySet<long> StartedRuns { get; init; } = new HashSet<long>();

    /// <summary>The workflow to be started when nothing begins; <c>null</c> for none.</summary>
    public string? Workflow { get; init; }

    /// <summary>What that is told; <c>null</c> where nothing was said: the tag.</summary>
    public IReadOnlyDictionary<string, string>? Inputs { get; init; }

    /// <summary>What its file on the default branch takes; <c>null</c> when that is not known.</summary>
    public DispatchInputs? Taken { get; init; }

    /// <summary>The branch that contains the release's commit: the default branch, or the support line.</summary>
    public BranchName? Branch { get; init; }

    /// <summary>The branch whose copy of the workflow runs.</summary>
    public BranchName? DefaultBranch { get; init; }

    /// <summary>Why it is deployed: <see cref="RunOfRelease.Deploy"/>, or one rollback.</summary>
    public string Purpose { get; init; } = RunOfRelease.Deploy;

    /// <summary>Only deployments that were asked for after this one count; 0 for all.</summary>
    public long After { get; init; }

    /// <summary>From when on something could have begun: the release's publication.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How long it may take to begin.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether this build could deploy itself.</summary>
    public bool CanDeploy { get; init; }

    /// <summary>The release to go back to; <c>null</c> when none is known.</summary>
    public ReleaseTag? LastGood { get; init; }

    /// <summary>The workflow, and what it is told; <c>null</c> where none is started.</summary>
    public StartedWorkflow? Starts => Workflow is null ? null : new StartedWorkflow(Workflow, "--deploy-inputs", Inputs ?? StartedWorkflow.TagAlone);

    /// <summary>The newest deployment of the commit that was not taken down.</summary>
    public Deployment? Newest => OfCommit.FirstOrDefault(deployment => deployment.State != DeploymentState.Inactive);
}
