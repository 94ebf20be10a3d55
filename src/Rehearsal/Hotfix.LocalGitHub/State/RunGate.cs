namespace Hotfix.LocalGitHub.State;

/// <summary>An environment that holds a run until somebody lets it through.</summary>
internal sealed record RunGate(DeployEnvironment Environment, Deployment Deployment, DateTimeOffset Since)
{
    /// <summary>Whether this person may let the run through.</summary>
    public bool Admits(Account? user, WorkflowRun run) =>
        user is not null && Environment.Reviewers.Contains(user) && !(Environment.PreventsSelfReview && run.Actor == user);
}
