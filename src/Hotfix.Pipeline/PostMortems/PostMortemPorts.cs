using Hotfix.Core.Execution;

namespace Hotfix.Pipeline.PostMortems;

/// <summary>All that a post-mortem is looked up with.</summary>
/// <param name="Git">Reads the clone and its remote.</param>
/// <param name="Blame">Tells where the fixed lines came from.</param>
/// <param name="Heads">Brings the commits of a branch that is gone.</param>
/// <param name="GitHub">Reads pull requests, checks and releases.</param>
public sealed record PostMortemPorts(IGitReader Git, IBlame Blame, IPullRequestHeads Heads, IGitHubReader GitHub)
{
    /// <summary>Reads deployments.</summary>
    public required IDeployments Deployments { get; init; }

    /// <summary>Reads the incident and the forward-port.</summary>
    public required IIssues Issues { get; init; }

    /// <summary>Reads the thread.</summary>
    public required IComments Comments { get; init; }
}
