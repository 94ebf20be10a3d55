namespace Nuke.Common.Execution;

/// <summary>A target (or a condition of it) has thrown, which has been reported: only the summary is left.</summary>
internal sealed class TargetFailedException(string target, Exception inner) : Exception($"Target '{target}' has thrown an exception", inner);
