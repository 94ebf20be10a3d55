using System.Diagnostics.CodeAnalysis;

namespace Hotfix.GitHub.Http;

/// <summary>A redirect that must not be followed; the message says why, for people.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It is turned into a HotfixException before it leaves this project.")]
internal sealed class RedirectRefusedException(string message) : Exception(message);
