using Hotfix.Components.Output.Consoles;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components;

/// <summary>
/// What this process has one of: its streams, and what its build comes to. NUKE makes the build and its extensions itself, so that nothing can be
/// handed to them.
/// </summary>
internal static class HotfixProcess
{
    /// <summary>What the build comes to; <c>null</c> when none came far enough to have it.</summary>
    public static RunRecord? Record { get; set; }

    /// <summary>Whether what the build comes to is known: it is over, or was refused at its start.</summary>
    public static bool IsOver { get; set; }

    /// <summary>Names of the targets of the hotfix path that were asked for; empty for a build without any.</summary>
    public static IReadOnlyList<string> Targets { get; set; } = [];

    /// <summary>Names of parameters whose values are never shown.</summary>
    public static IReadOnlyCollection<string> SecretParameters { get; set; } = [];

    /// <summary>
    /// The streams that this software has put around the process's own; <c>null</c> for a Main that does not go through <c>HotfixProgram</c>.
    /// </summary>
    public static ConsoleStreams? Console { get; set; }

    /// <summary>Where an installed program runs; <c>null</c> for a repository's own build.</summary>
    public static ProgramPlace? Place { get; set; }

    /// <summary>Whether somebody could answer a question.</summary>
    public static bool TakesInput { get; set; }

    /// <summary>Where a waiting run may draw; <c>null</c> where lines are kept or read aloud.</summary>
    public static TerminalWriter? Terminal => Console?.Terminal;
}
