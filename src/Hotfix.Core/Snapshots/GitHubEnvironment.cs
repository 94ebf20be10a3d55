namespace Hotfix.Core.Snapshots;

/// <summary>A place to deploy to, with what protects it.</summary>
/// <param name="Id">GitHub's number for it.</param>
/// <param name="Name">As it is spelt in workflows.</param>
/// <param name="Url">Its page.</param>
internal sealed record GitHubEnvironment(long Id, string Name, string Url)
{
    /// <summary>Who may let a run through, logins and <c>org/team</c>; one of them suffices. Empty: nobody is asked.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];

    /// <summary>Whether whoever started the run may not let it through.</summary>
    public bool PreventsSelfReview { get; init; }

    /// <summary>How long every run waits there; zero unless set.</summary>
    public TimeSpan WaitTimer { get; init; }

    /// <summary>Which refs may deploy; <c>null</c>: all.</summary>
    public DeploymentBranchPolicy? BranchPolicy { get; init; }
}
