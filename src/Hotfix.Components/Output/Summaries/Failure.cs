using Hotfix.Core.Errors;

namespace Hotfix.Components.Output.Summaries;

/// <summary>Something that was thrown.</summary>
/// <param name="Target">The target that threw it; <c>null</c> for none.</param>
/// <param name="Exception">What.</param>
/// <param name="Refusal">Its message in its parts; <c>null</c> when it is none of ours.</param>
internal sealed record Failure(string? Target, Exception Exception, Refusal? Refusal);
