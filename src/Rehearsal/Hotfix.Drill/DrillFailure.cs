using Hotfix.Core.Errors;
using Hotfix.Drill.Processes;

namespace Hotfix.Drill;

/// <summary>The ways a drill can end badly; one code each.</summary>
internal static class DrillFailure
{
    public static HotfixException BadCommandLine(string why) =>
        new(
            "HF5901",
            what: "The drill was not started; nothing was changed.",
            why: why,
            next: "drill --list, drill --build PATH [--lane standard|exceptional] [--scenario NAME] [--here ROOT] [--against OWNER/NAME [--confirm OWNER/NAME]] [--keep] [--folder DIR] [--quiet], or serve --repository PATH [--port N]"
        );

    public static HotfixException FolderInUse(string folder) =>
        new(
            "HF5902",
            what: $"The folder '{folder}' was not used; nothing was changed.",
            why: "It exists and is not empty; a drill deletes its folder in the end.",
            next: "Name a folder that does not exist yet, or leave --folder out."
        );

    public static HotfixException NoCommit(string root, string why) =>
        new(
            "HF5903",
            what: $"The repository '{root}' cannot be rehearsed; nothing was changed.",
            why: why,
            next: "Commit once, check out a branch, and run the drill again."
        );

    public static HotfixException ProcessEnded(string who, ChildResult result, string expected) =>
        new(
            "HF5904",
            what: $"{who}: '{result.Command}' ended with exit code {result.ExitCode}; {expected} was expected.",
            why: $"Its last lines were:\n{result.LastLines}",
            next: $"Read the whole output in {result.LogFile}, and run the same command in {result.Command.WorkingDirectory}."
        );

    public static HotfixException ProcessTookTooLong(ChildCommand command, string lastLines, string logFile) =>
        new(
            "HF5905",
            what: $"'{command}' was stopped after {command.Limit.TotalSeconds:0} seconds, with everything it had started.",
            why: $"It had not ended; its last lines were:\n{lastLines}",
            next: $"Read the whole output in {logFile}."
        );

    public static HotfixException NotShown(IEnumerable<string> missing) =>
        new(
            "HF5906",
            what: "The hotfix ran to its end, but not all that it promises is true.",
            why: string.Join('\n', missing),
            next: "Look at the repositories in the drill's folder; this is a defect of the targets or of the drill."
        );

    public static HotfixException CallRefused(string call, int status, string body) =>
        new(
            "HF5907",
            what: $"The local GitHub answered {status} to {call}.",
            why: body,
            next: "This is a defect of the drill or of the local server; its requests are in the drill's folder."
        );

    public static HotfixException NoCheck(string sha, TimeSpan patience) =>
        new(
            "HF5908",
            what: $"CI had no result for {sha} after {patience.TotalSeconds:0} seconds.",
            why: "It builds the tip of the base branch and the heads of open pull requests; the machine may be too busy, or the commit is neither.",
            next: "Run the drill again when the machine is less busy."
        );

    public static HotfixException NoOtherServer(string fullName, bool hasToken) =>
        new(
            "HF4380",
            what: $"The drill against '{fullName}' was not started; nothing was changed.",
            why: hasToken ? "It is not OWNER/NAME." : "There is no token for it: neither GITHUB_TOKEN nor GH_TOKEN is set.",
            next: "Make an empty repository of your own, and set GITHUB_TOKEN to a token that may write its contents, pull requests and issues."
        );

    public static HotfixException NotEmpty(string fullName, IEnumerable<string> branches) =>
        new(
            "HF4381",
            what: $"The drill against {fullName} was not started; nothing was changed.",
            why: $"It is not empty: it has the branches {string.Join(", ", branches.Take(5))}.",
            next: "Name a repository of your own that was just made and has nothing in it."
        );

    public static HotfixException NotConfirmed(string fullName) =>
        new(
            "HF4382",
            what: $"The drill against {fullName} was not started; nothing was changed.",
            why: "Its name was not typed.",
            next: $"Type {fullName} when you are asked, or pass --confirm {fullName}"
        );

    public static HotfixException Unexpected(Exception exception) =>
        new(
            "HF9002",
            what: "The drill itself failed; nothing outside its folder was changed.",
            why: exception.ToString(),
            next: "Report this text.",
            exception
        );
}
