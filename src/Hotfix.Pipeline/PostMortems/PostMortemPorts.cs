using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Issues;

namespace Hotfix.Pipeline.PostMortems;

/// <summary>All that a post-mortem is looked up with.</summary>
/// <param name="Git">Reads the clone and its remote.</param>
/// <param name="Blame">Tells where the fixed lines came from.</param>
/// <param name="Heads">Brings the commits of a branch that is gone.</param>
/// <param name="GitHub">Reads pull requests, checks and releases.</param>
internal sealed record PostMortemPorts(GitReader Git, Blame Blame, PullRequestHeads Heads, GitHubAreas GitHub)
{
    /// <summary>Reads deployments.</summary>
    public required DeploymentCalls Deployments { get; init; }

    /// <summary>Reads the incident and the forward-port.</summary>
    public required IssueCalls Issues { get; init; }

    /// <summary>Reads the thread.</summary>
    public required Comments Comments { get; init; }
}
