using Hotfix.Core.Errors;

namespace Hotfix.Git;

/// <summary>Failures that any git command can have.</summary>
internal static class GitErrors
{
    public const string TimedOutCode = "HF2003";

    public static HotfixException NotStarted(string program, string directory, Exception cause) =>
        new(
            "HF2001",
            what: $"'{program}' could not be started in '{directory}'; nothing was changed.",
            why: Directory.Exists(directory) ? $"The system answered: {cause.Message}" : "There is no such directory.",
            next: $"Run '{program} --version' there; install git 2.38 or newer if it is missing.",
            cause
        );

    public static HotfixException Failed(GitResult result) =>
        new(
            "HF2002",
            what: $"A git command failed that should not: '{result.Call}'.",
            why: result.Evidence,
            next: $"Run it by hand in '{result.Call.Directory ?? "the clone"}' and read what it says."
        );

    public static HotfixException TimedOut(GitCall call) =>
        new(
            TimedOutCode,
            what: $"'{call}' was stopped, with all that it had started.",
            why: $"It had not ended after {call.Timeout.TotalSeconds:0} seconds.",
            next: "Run it by hand: it may be waiting for a passphrase, a slow disk or the network."
        );

    public static HotfixException NoRepository(string directory, GitResult result) =>
        new(
            "HF2004",
            what: $"'{directory}' is not in a work tree of a git repository that git will use; nothing was changed.",
            why: result.Evidence,
            next: "Run 'git status' there: it names the reason (no repository, a bare one, or an owner that is not you)."
        );

    public static HotfixException Locked(string path) =>
        new(
            "HF2005",
            what: "Another git process has, or had, this work tree's index locked; nothing was changed.",
            why: $"The lock file '{path}' exists.",
            next: "Wait for the other process to end; if none is running, delete that file."
        );
}
