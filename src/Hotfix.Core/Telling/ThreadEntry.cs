namespace Hotfix.Core.Telling;

/// <summary>One thing that a thread remembers.</summary>
/// <param name="At">When it was seen first; whole seconds.</param>
/// <param name="Kind">What it is.</param>
/// <param name="What">The rule, the wait, the failure; of any content.</param>
internal sealed record ThreadEntry(DateTimeOffset At, ThreadEntryKind Kind, string What)
{
    /// <summary>Whose doing it is, or who clears it; <c>null</c> when it is not known.</summary>
    public string? Who { get; init; }

    /// <summary>A person's reason, in their words; <c>null</c> without one.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it says the same, at whatever time.</summary>
    public bool IsSame(ThreadEntry other) => this with { At = other.At } == other;
}
