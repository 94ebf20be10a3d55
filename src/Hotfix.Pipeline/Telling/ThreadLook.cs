using Hotfix.Core.Deploying;
using Hotfix.Core.Lanes;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Issues;
using Hotfix.Pipeline.Branching;

namespace Hotfix.Pipeline.Telling;

/// <summary>Looks up what a hotfix's thread tells and the run that tells it has not seen itself.</summary>
internal sealed class ThreadLook(GitReader git, GitHubAreas github, DeploymentCalls deployments, IssueCalls issues)
{
    /// <summary>The hotfix that a release came from, as far as its thread needs it; <c>null</c> when the release came from no hotfix.</summary>
    public async Task<Snapshot?> FindAsync(DeployLooked looked, CancellationToken cancellationToken)
    {
        PullRequest? pullRequest = await github.PullRequests.FindOfCommitAsync(looked.Release.Commit, cancellationToken);
        if (
            pullRequest is not { State: PullRequestState.Merged }
            || !looked.Remote.Conventions.Hotfixes.Fits(pullRequest.HeadBranch)
            || looked.Remote.Tip(pullRequest.BaseBranch) is not { } baseTip
        )
        {
            return null;
        }

        var snapshot = new Snapshot
        {
            TakenAt = TimeProvider.System.GetUtcNow(),
            WorkTree = looked.Tree,
            Remote = looked.Remote,
            BaseBranch = pullRequest.BaseBranch,
            BaseTip = baseTip,
            PullRequest = pullRequest,
            Release = new ReleaseSnapshot
            {
                Commit = looked.Release.Commit,
                TagsContaining = [looked.Remote.Tag(looked.Release.Tag.Name)!],
                Release = await github.Releases.FindAsync(looked.Release.Tag, cancellationToken),
            },
        };
        return snapshot with { Hotfix = await new BranchLook(git).ReadAsync(snapshot, pullRequest.HeadBranch, pullRequest, cancellationToken) };
    }

    /// <summary>The same with reviews, deployments and the forward-port's issue, where they can matter.</summary>
    public async Task<ThreadSeen> CompleteAsync(ThreadSeen seen, CancellationToken cancellationToken)
    {
        if (seen.Snapshot is { Reviews.Count: 0, PullRequest: { State: PullRequestState.Merged } merged })
            seen = seen with { Snapshot = seen.Snapshot with { Reviews = await github.Reviews.ListAsync(merged.Number, cancellationToken) } };

        if (seen.Tag is not { } tag || seen.Snapshot.Release!.Containing is not { } released)
            return seen;

        // The standard lane goes through no staging of its own.
        bool isExceptional = seen.Snapshot.Lane == Lane.Exceptional;
        string[] environments = isExceptional ? [seen.StagingEnvironment, seen.ProductionEnvironment] : [seen.ProductionEnvironment];
        var newest = new List<Deployment>();
        foreach (string environment in environments.Distinct())
            newest.AddRange(await deployments.ListAsync(environment, released.Commit, limit: 1, cancellationToken));

        Issue? debt = seen.Snapshot.OwesDefaultBranch ? await issues.FindAsync(new Debt(tag).Marker, Debt.Label, cancellationToken) : null;
        return seen with { Deployments = newest, Debt = debt };
    }
}
