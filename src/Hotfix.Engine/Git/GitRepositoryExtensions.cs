namespace Nuke.Common.Git;

/// <summary>Kinds of branches, by their usual names.</summary>
public static class GitRepositoryExtensions
{
    /// <summary>Whether <c>main</c> is checked out.</summary>
    public static bool IsOnMainBranch(this GitRepository repository) => repository.Branch == "main";

    /// <summary>Whether <c>master</c> is checked out.</summary>
    public static bool IsOnMasterBranch(this GitRepository repository) => repository.Branch == "master";

    /// <summary>Whether <c>main</c> or <c>master</c> is checked out.</summary>
    public static bool IsOnMainOrMasterBranch(this GitRepository repository) => repository.IsOnMainBranch() || repository.IsOnMasterBranch();

    /// <summary>Whether <c>dev</c>, <c>develop</c> or <c>development</c> is checked out.</summary>
    public static bool IsOnDevelopBranch(this GitRepository repository) => repository.Branch is "dev" or "develop" or "development";

    /// <summary>Whether a branch below <c>feature/</c> or <c>features/</c> is checked out.</summary>
    public static bool IsOnFeatureBranch(this GitRepository repository) => StartsWith(repository, "feature/") || StartsWith(repository, "features/");

    /// <summary>Whether a branch below <c>release/</c> or <c>releases/</c> is checked out.</summary>
    public static bool IsOnReleaseBranch(this GitRepository repository) => StartsWith(repository, "release/") || StartsWith(repository, "releases/");

    /// <summary>Whether a branch below <c>hotfix/</c> or <c>hotfixes/</c> is checked out.</summary>
    public static bool IsOnHotfixBranch(this GitRepository repository) => StartsWith(repository, "hotfix/") || StartsWith(repository, "hotfixes/");

    private static bool StartsWith(GitRepository repository, string prefix) =>
        repository.Branch?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ?? false;
}
