namespace Hotfix.Core.Adopting;

/// <summary>How often hotfixes that wait are looked for, beside the events that tell of somebody's move.</summary>
internal enum ResumeSchedule
{
    /// <summary>Every two hours: an event that GitHub dropped costs no more than that.</summary>
    EveryTwoHours,

    /// <summary>Never: events alone.</summary>
    Off,
}
