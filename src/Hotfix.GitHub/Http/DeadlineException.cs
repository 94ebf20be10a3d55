using System.Diagnostics.CodeAnalysis;

namespace Hotfix.GitHub.Http;

/// <summary>A request took longer than all its tries may together.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It is turned into a HotfixException before it leaves this project.")]
internal sealed class DeadlineException(TimeSpan limit, Exception cause)
    : Exception($"All tries and waits together took longer than {limit.TotalMinutes:0.#} minutes.", cause);
