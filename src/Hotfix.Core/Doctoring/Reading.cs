namespace Hotfix.Core.Doctoring;

/// <summary>Something that was looked at, or the reason why it could not be seen.</summary>
/// <param name="Value">What was seen; meaningless when <paramref name="Unreadable"/> says something.</param>
/// <param name="Unreadable">Why it could not be seen; <c>null</c> when it could.</param>
internal sealed record Reading<T>(T? Value, string? Unreadable);
