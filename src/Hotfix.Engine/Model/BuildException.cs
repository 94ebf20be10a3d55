namespace Nuke.Common.Execution;

/// <summary>The build cannot go on, and the message alone says why: no stack trace is shown. Exit code 255.</summary>
internal sealed class BuildException(string message, Exception? inner = null) : Exception(message, inner);
