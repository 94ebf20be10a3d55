namespace Hotfix.Core.Telling;

/// <summary>What a thread remembers, beyond what can be looked up again.</summary>
internal enum ThreadEntryKind
{
    /// <summary>Why this way into production was taken.</summary>
    Lane,

    /// <summary>
    /// A moment that nobody can be asked for again: the first commit of a branch that is deleted, the verification. Its words are the name of a
    /// <see cref="Timeline.MomentKind"/>.
    /// </summary>
    Moment,

    /// <summary>A rule was set aside.</summary>
    Override,

    /// <summary>A person was waited for.</summary>
    Wait,

    /// <summary>A run was refused, or failed.</summary>
    Failure,

    /// <summary>Something that had failed was tried again.</summary>
    Retry,
}
