namespace Hotfix.Core.Telling;

/// <summary>What is known about an environment, in the thread's table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">What runs there or happens to it.</param>
/// <param name="Url">The log or the page; <c>null</c> without one.</param>
internal sealed record ThreadEnvironment(string Name, string State, string? Url);
