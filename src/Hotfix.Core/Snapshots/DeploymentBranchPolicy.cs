namespace Hotfix.Core.Snapshots;

/// <summary>Which refs may deploy to an environment. It is compared with the ref that the <em>run</em> is on, not with what it deploys.</summary>
/// <param name="ProtectedBranchesOnly">Every protected branch, and nothing else.</param>
/// <param name="Branches">Name patterns of branches; <c>*</c> does not cross a slash.</param>
/// <param name="Tags">Name patterns of tags.</param>
internal sealed record DeploymentBranchPolicy(bool ProtectedBranchesOnly, IReadOnlyList<string> Branches, IReadOnlyList<string> Tags)
{
    /// <summary>Protected branches.</summary>
    public static DeploymentBranchPolicy Protected { get; } = new(ProtectedBranchesOnly: true, [], []);
}
