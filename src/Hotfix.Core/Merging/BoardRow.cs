namespace Hotfix.Core.Merging;

/// <summary>One line of what a stage waits for, done or not.</summary>
/// <param name="Subject">What it is: a check's name, <c>reviews</c>.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Detail">In words; who approved, how a check ended.</param>
internal sealed record BoardRow(string Subject, BoardProgress Progress, string Detail);
