namespace Hotfix.Core.Telling;

/// <summary>What a thread remembers, beyond what can be looked up again.</summary>
public enum ThreadEntryKind
{
    /// <summary>Why this way into production was taken.</summary>
    Lane,

    /// <summary>The first commit of the fix; a branch that is deleted cannot be asked again.</summary>
    FirstCommit,

    /// <summary>A rule was set aside.</summary>
    Override,

    /// <summary>A person was waited for.</summary>
    Wait,

    /// <summary>A run was refused, or failed.</summary>
    Failure,

    /// <summary>Something that had failed was tried again.</summary>
    Retry,
}
