using System.Text.RegularExpressions;
using Hotfix.Core.Errors;

namespace Hotfix.Git.Writing;

/// <summary>
/// What of this clone, rather than of the hotfix, keeps git from doing something; looked for after a failure only, and by what is there, not by what
/// git printed.
/// </summary>
internal static partial class Obstacles
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

    /// <summary>Files of a commit go through a filter (gitattributes(5)), of Git LFS or another, whose program is not installed.</summary>
    public static async Task<Obstacle?> OfFilterAsync(GitCommandLine git, string? directory, string tree, CancellationToken cancellationToken)
    {
        GitResult drivers = await git.RunAsync(
            new GitCall(["config", "--get-regexp", @"^filter\..*\.(process|smudge|clean)$"]) { Directory = directory },
            cancellationToken
        );
        foreach (Match driver in Driver().Matches(drivers.Output).DistinctBy(driver => (driver.Groups["name"].Value, driver.Groups["program"].Value)))
        {
            (string name, string program) = (driver.Groups["name"].Value, driver.Groups["program"].Value);
            if (await IsInstalledAsync(git, directory, program, cancellationToken))
                continue;

            GitResult asked = await git.RunAsync(
                new GitCall(["grep", "--quiet", "--fixed-strings", $"filter={name}", tree, "--", ":(top,glob)**/.gitattributes"]) { Directory = directory },
                cancellationToken
            );
            if (!asked.IsSuccess)
                continue;

            string kept = name == "lfs" ? "Files of this repository are kept by Git LFS" : $"Files of this repository go through the filter '{name}'";
            return new Obstacle(
                "HF2073",
                $"{kept}: git is set to run {program}, which is not installed here.",
                $"Install {program} and run it again; to go on with what git itself keeps of such files: "
                    + $"git config filter.{name}.required false && git config filter.{name}.process ''"
            );
        }

        return null;
    }

    // Asked in the shell in which git itself would start it.
    private static async Task<bool> IsInstalledAsync(GitCommandLine git, string? directory, string program, CancellationToken cancellationToken) =>
        (
            await git.RunAsync(new GitCall(["-c", $"alias.hotfix-probe=!command -v {program}", "hotfix-probe"]) { Directory = directory }, cancellationToken)
        ).IsSuccess;

    // The program alone, where it is one word that a shell takes as it is.
    [GeneratedRegex(
        @"^filter\.(?<name>[A-Za-z0-9_-]+)\.[a-z]+ (?<program>[A-Za-z0-9_./-]+)(?: .*)?\r?$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex Driver();

    // Without the permission git skips it; Windows knows no such permission.
    private static bool IsRun(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0
        );
}
