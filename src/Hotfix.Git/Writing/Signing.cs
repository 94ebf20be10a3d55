using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Writing;

/// <summary>
/// Whether what is made here is signed, as git's own settings say it: <c>commit.gpgSign</c>, <c>tag.gpgSign</c>; with what key and how
/// (<c>user.signingKey</c>, <c>gpg.format</c>) is git's business.
/// </summary>
/// <remarks>Source: git-config(1). Plumbing (git-commit-tree(1), git-mktag(1)) does not look at them by itself.</remarks>
internal static class Signing
{
    /// <summary>For git-commit-tree(1).</summary>
    public static async Task<string> OfCommitsAsync(GitCommandLine git, CommitSigning signing, CancellationToken cancellationToken) =>
        OfCommands(signing) is [var said] ? said
        : await IsSetAsync(git, "commit.gpgSign", cancellationToken) ? "--gpg-sign"
        : "--no-gpg-sign";

    /// <summary>For commands that look at <c>commit.gpgSign</c> by themselves.</summary>
    public static string[] OfCommands(CommitSigning signing) =>
        signing switch
        {
            CommitSigning.Here => ["--gpg-sign"],
            CommitSigning.ByGitHub => ["--no-gpg-sign"],
            _ => [],
        };

    /// <summary>Whether git signs here, tried with a commit that nothing refers to.</summary>
    public static async Task<bool> CanAsync(GitCommandLine git, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string?>? identity = await Identity.SubstituteAsync(git, cancellationToken);
        var call = new GitCall(["commit-tree", "--gpg-sign", "-m", "probe", "HEAD^{tree}"]) { Environment = identity };
        GitResult tried = await git.RunAsync(call, cancellationToken);
        return tried.IsSuccess && await IsSignedAsync(git, tried.Line, cancellationToken);
    }

    /// <summary>Those of the commits that have no signature; whose it is, and whether GitHub knows the key, is GitHub's to say.</summary>
    public static async Task<IReadOnlySet<CommitSha>> ListUnsignedAsync(
        GitCommandLine git,
        IReadOnlyCollection<CommitSha> commits,
        CancellationToken cancellationToken
    )
    {
        if (commits.Count == 0)
            return new HashSet<CommitSha>();

        var call = new GitCall(["rev-list", "--header", "--no-walk=unsorted", "--stdin"]) { StandardInput = string.Join('\n', commits) + "\n" };
        GitResult result = await git.RunAsync(call, cancellationToken);
        return !result.IsSuccess
            ? throw GitErrors.Failed(result)
            : result
                .Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(one => one.Trim().Length > 0)
                .Where(one => !one.Split("\n\n", 2)[0].Contains("\ngpgsig", StringComparison.Ordinal))
                .Select(one => CommitSha.Parse(one.TrimStart().Split('\n', 2)[0]))
                .ToHashSet();
    }

    /// <summary>The commit that git-commit-tree(1) made, signed where that was asked for.</summary>
    /// <exception cref="HotfixException">HF2002 when it made none, HF4453 when it is not signed.</exception>
    public static async Task<string> OfCommitAsync(GitCommandLine git, string asked, GitResult result, CancellationToken cancellationToken)
    {
        if (!result.IsSuccess)
            throw GitErrors.Failed(result);

        return asked == "--no-gpg-sign" || await IsSignedAsync(git, result.Line, cancellationToken) ? result.Line : throw Failed("The commit", result);
    }

    /// <summary>Whether <c>tag.gpgSign</c> is on.</summary>
    public static Task<bool> AreTagsSignedAsync(GitCommandLine git, CancellationToken cancellationToken) => IsSetAsync(git, "tag.gpgSign", cancellationToken);

    /// <summary>Git 2.39 ends with 0, and an object without a signature, when ssh's signer fails: what was made is looked at.</summary>
    /// <param name="git">Where it was made.</param>
    /// <param name="made">The object.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<bool> IsSignedAsync(GitCommandLine git, string made, CancellationToken cancellationToken)
    {
        string content = await git.ReadAsync(["cat-file", "-p", made], cancellationToken);
        return content.Contains("\n-----BEGIN ", StringComparison.Ordinal) || content.Contains("\ngpgsig", StringComparison.Ordinal);
    }

    /// <summary>What a signer said stays in the log.</summary>
    public static HotfixException Failed(string what, GitResult result) =>
        new(
            new Refusal(
                "HF4453",
                What: $"{what} could not be signed; nothing was pushed.",
                Why: $"'{result.Call}' ended with exit code {result.ExitCode}.",
                Next: "Make 'git tag --sign' work here (user.signingKey, gpg.format, an agent that is unlocked), or run it without --sign and with tag.gpgSign off."
            )
            {
                Output = [.. result.ErrorLines.TakeLast(5)],
            }
        );

    /// <summary>Git said that all went well.</summary>
    public static HotfixException NotSigned(string what) =>
        new(
            new Refusal(
                "HF4453",
                What: $"{what} could not be signed; it was undone, and nothing was pushed.",
                Why: "git ended with 0 and left no signature.",
                Next: "Make 'git commit-tree -S -m probe HEAD^{tree}' work here (user.signingKey, gpg.format, an agent that is unlocked)."
            )
        );

    private static async Task<bool> IsSetAsync(GitCommandLine git, string name, CancellationToken cancellationToken) =>
        (await git.RunAsync(["config", "--type=bool", "--get", name], cancellationToken)) is { IsSuccess: true, Line: "true" };
}
