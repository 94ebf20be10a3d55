namespace Hotfix.Core.Plans;

/// <summary>How the commits of a step are signed.</summary>
internal enum CommitSigning
{
    /// <summary>As git's own settings say (<c>commit.gpgSign</c>).</summary>
    AsGitIsSet,

    /// <summary>By git, with its own key, whatever <c>commit.gpgSign</c> says.</summary>
    Here,

    /// <summary>By GitHub, as the App whose credential this is: the commits are made once more there, with the same trees.</summary>
    ByGitHub,
}
