namespace Hotfix.Core.Telling;

/// <summary>A rule that somebody set aside, and why.</summary>
/// <param name="What">The rule, <c>over the size budget</c>.</param>
/// <param name="Reason">The person's reason; of any length and content.</param>
/// <param name="Who">The person's login; <c>null</c> when it is not known.</param>
internal sealed record ThreadOverride(string What, string Reason, string? Who);
