namespace Hotfix.LocalGitHub.State;

/// <summary>A place to deploy to, with what protects it.</summary>
internal sealed class DeployEnvironment(long id, string name, DateTimeOffset at)
{
    public const int MostReviewers = 6;
    public const int LongestWait = 43_200;

    public long Id { get; } = id;

    public string Name { get; } = name;

    public DateTimeOffset CreatedAt { get; } = at;

    public DateTimeOffset UpdatedAt { get; set; } = at;

    /// <summary>Minutes.</summary>
    public int WaitTimer { get; set; }

    public bool PreventsSelfReview { get; set; }

    public List<Account> Reviewers { get; } = [];

    /// <summary>Branches and tags that may deploy: <c>null</c> for all, true for the protected branches, false for <see cref="Policies"/>.</summary>
    public bool? TakesProtectedBranches { get; set; }

    public List<BranchPolicy> Policies { get; } = [];

    public VariableShelf Variables { get; } = new();
}
