namespace Hotfix.Core.Telling;

/// <summary>One stage of the way, in the thread's table.</summary>
/// <param name="Name">The target's name, <c>AwaitMerge</c>.</param>
/// <param name="IsDone">Whether it is behind us.</param>
/// <param name="State">What is known about it: the evidence, or what comes next.</param>
internal sealed record ThreadStage(string Name, bool IsDone, string State);
