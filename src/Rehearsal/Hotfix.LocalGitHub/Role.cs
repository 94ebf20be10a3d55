namespace Hotfix.LocalGitHub;

/// <summary>What a user may do in a repository; each role includes those before it.</summary>
public enum Role
{
    /// <summary>No access: the repository answers 404.</summary>
    None,

    /// <summary>May read and fetch.</summary>
    Read,

    /// <summary>May also label, and manage issues.</summary>
    Triage,

    /// <summary>May also push, merge, release, and report checks; approvals count from here on.</summary>
    Write,

    /// <summary>May also change most settings.</summary>
    Maintain,

    /// <summary>May do everything, and passes branch protection that does not include administrators.</summary>
    Admin,
}
