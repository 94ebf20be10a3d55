namespace Hotfix.Core.Snapshots;

/// <summary>Which of GitHub's two APIs reported a result; both count, and of one name both must pass.</summary>
internal enum CheckKind
{
    /// <summary>Checks API, which GitHub Actions uses.</summary>
    CheckRun,

    /// <summary>The older Statuses API.</summary>
    CommitStatus,
}
