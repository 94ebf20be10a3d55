using Hotfix.Core.Errors;

namespace Hotfix.Git.Writing;

/// <summary>
/// What of this clone, rather than of the hotfix, keeps git from doing something; looked for after a failure only, and by what is there, not by what
/// git printed.
/// </summary>
internal static class Obstacles
{
    /// <summary>A reason, in the parts of a message.</summary>
    internal sealed record Obstacle(string Code, string What, string Next)
    {
        /// <summary>As the end of a run; what git, or the hook, printed is for the terminal alone.</summary>
        public HotfixException Stops(string what, GitResult failed) =>
            new(
                new Refusal(Code, what, $"{What} git ended with exit code {failed.ExitCode}.", Next)
                {
                    Output = [.. Printed(failed).Concat(failed.ErrorLines).TakeLast(6)],
                }
            );

        // A linter says on the standard output what it found, among what 'git push --porcelain' prints there.
        private IEnumerable<string> Printed(GitResult failed) =>
            Code != "HF2071"
                ? []
                : failed
                    .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Where(line => line != "Done" && !line.StartsWith("To ", StringComparison.Ordinal) && line is not [_, '\t', ..]);
    }

    /// <summary>The first of these hooks that git would run; <c>null</c> when there is none.</summary>
    public static async Task<Obstacle?> OfHookAsync(GitCommandLine git, string? directory, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (string name in names)
        {
            GitResult found = await git.RunAsync(
                new GitCall(["rev-parse", "--path-format=absolute", "--git-path", $"hooks/{name}"]) { Directory = directory },
                cancellationToken
            );
            if (found.IsSuccess && IsRun(found.Line))
            {
                return new Obstacle(
                    "HF2071",
                    $"The hook {found.Line} of this clone said no.",
                    $"Satisfy what the hook says, or put it aside for this command: GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.hooksPath GIT_CONFIG_VALUE_0=/dev/null ./build.sh ..."
                );
            }
        }

        return null;
    }

    /// <summary>Commits are to be signed, and cannot be: asked of git itself, with a commit that nothing refers to.</summary>
    public static async Task<Obstacle?> OfSigningAsync(GitCommandLine git, string? directory, CancellationToken cancellationToken)
    {
        GitResult wanted = await git.RunAsync(new GitCall(["config", "--type=bool", "--get", "commit.gpgSign"]) { Directory = directory }, cancellationToken);
        if (wanted.Line != "true")
            return null;

        IReadOnlyDictionary<string, string?>? identity = await Identity.SubstituteAsync(git, cancellationToken);
        GitResult tried = await git.RunAsync(
            new GitCall(["commit-tree", "-S", "-m", "probe", "HEAD^{tree}"]) { Directory = directory, Environment = identity },
            cancellationToken
        );
        return tried.IsSuccess
            ? null
            : new Obstacle(
                "HF2072",
                "git is set to sign commits (commit.gpgSign), and cannot: its key is missing or not usable here.",
                "Make the key usable ('git config --show-origin --get-regexp \"gpg|signingkey\"' says which one is meant); where unsigned commits are accepted, 'git config commit.gpgSign false' in this clone."
            );
    }

    /// <summary>Files are to go through Git LFS, and it is not installed.</summary>
    public static async Task<Obstacle?> OfLfsAsync(GitCommandLine git, string? directory, CancellationToken cancellationToken)
    {
        GitResult wanted = await git.RunAsync(new GitCall(["config", "--get", "filter.lfs.process"]) { Directory = directory }, cancellationToken);
        string program = wanted.Line.Split(' ')[0];
        if (program.Length == 0 || !program.All(c => char.IsLetterOrDigit(c) || "-_./".Contains(c, StringComparison.Ordinal)))
            return null;

        // Asked in the shell in which git itself would start it.
        GitResult there = await git.RunAsync(
            new GitCall(["-c", $"alias.hotfix-probe=!command -v {program}", "hotfix-probe"]) { Directory = directory },
            cancellationToken
        );
        return there.IsSuccess
            ? null
            : new Obstacle(
                "HF2073",
                $"Files of this repository are kept by Git LFS: git is set to fetch them with {program}, which is not installed here.",
                "Install git-lfs and run it again; to go on with its pointer files: git config filter.lfs.required false && git config filter.lfs.process ''"
            );
    }

    // Without the permission git skips it; Windows knows no such permission.
    private static bool IsRun(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0
        );
}
