namespace Nuke.Common.Execution;

/// <summary>Why <c>--continue</c> is not taken.</summary>
internal static class ContinueRefusal
{
    public const string Message =
        "'--continue' is refused: it would skip targets because a local file says that they once succeeded, without looking whether that still holds. "
        + "Run the same command without it; what is done already is found and skipped.";
}
