namespace Hotfix.Core.Doctoring;

/// <summary>What the server says of the credential and of the time.</summary>
/// <param name="Login">Whose credential it is; <c>null</c> for an App's.</param>
/// <param name="Scopes">Scopes of a classic token (<c>X-OAuth-Scopes</c>); <c>null</c> where the server names none, as for fine-grained tokens and
/// Apps.</param>
/// <param name="ServerTime">The <c>Date</c> of its answer, whole seconds; <c>null</c> when it sent none.</param>
/// <param name="LocalTime">The clock here, when that answer arrived.</param>
internal sealed record ServerGreeting(string? Login, IReadOnlyList<string>? Scopes, DateTimeOffset? ServerTime, DateTimeOffset LocalTime);
