namespace Nuke.Common.Execution;

/// <summary>The call was a question (<c>--help</c>, <c>--plan</c>) and has its answer: exit code 0, no summary.</summary>
internal sealed class BuildAnswered : Exception;
