namespace Nuke.Common.Execution;

/// <summary>A value that must stop the build; every other value that cannot be used is a warning and counts as missing.</summary>
internal sealed class FatalParameterException(string message) : Exception(message);
