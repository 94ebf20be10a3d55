using System.Text.RegularExpressions;
using Hotfix.Core.Errors;

namespace Hotfix.Git;

/// <summary>
/// Names of hosts that only the user's ssh configuration knows: <c>git@work:acme/shop.git</c>, where <c>work</c> is github.com with another key.
/// </summary>
/// <remarks>Source: ssh(1), <c>-G</c>: prints the configuration for a host, and connects to nothing.</remarks>
internal static partial class SshAlias
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The address with the host that ssh would connect to; as it is when it is no ssh address, or ssh knows no other host, or there is no ssh.
    /// </summary>
    /// <param name="git">Starts the process.</param>
    /// <param name="url">As <see cref="GitReader.SelectRemoteAsync"/> gives it.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    public static async Task<string> ResolveAsync(GitCommandLine git, string url, CancellationToken cancellationToken)
    {
        if (Address().Match(url) is not { Success: true } match || match.Groups["host"].Value is "github.com" or "ssh.github.com")
            return url;

        Group host = match.Groups["host"];
        try
        {
            // In the shell in which git itself would start it, should it be a command with options (another configuration, another key).
            string ssh = await CommandAsync(git, cancellationToken);
            GitResult result = await git.RunAsync(
                new GitCall(["-c", $"alias.hotfix-ssh=!{ssh} -G", "hotfix-ssh", host.Value]) { Timeout = Patience },
                cancellationToken
            );
            string real = result.IsSuccess ? HostName().Match(result.Output).Groups["host"].Value : "";
            return real.Length == 0 ? url : url[..host.Index] + real + url[(host.Index + host.Length)..];
        }
        catch (HotfixException e) when (e.Refusal.Code is "HF2001" or "HF2003")
        {
            return url;
        }
    }

    // Source: git(1), GIT_SSH_COMMAND and GIT_SSH; git-config(1), core.sshCommand.
    private static async Task<string> CommandAsync(GitCommandLine git, CancellationToken cancellationToken) =>
        Environment.GetEnvironmentVariable("GIT_SSH_COMMAND") is { Length: > 0 } command ? command
        : await git.RunAsync(["config", "--get", "core.sshCommand"], cancellationToken) is { IsSuccess: true, Line: { Length: > 0 } configured } ? configured
        : Environment.GetEnvironmentVariable("GIT_SSH") is { Length: > 0 } program ? $"'{program.Replace("'", "'\\''", StringComparison.Ordinal)}'"
        : "ssh";

    // With a scheme, or the short form, of which one letter would be a drive.
    [GeneratedRegex(
        "^(?:ssh|git\\+ssh|ssh\\+git)://(?:[^/@]+@)?(?<host>[A-Za-z0-9][A-Za-z0-9._-]*)(?=[:/])|^(?:[^/:@]+@)?(?<host>[A-Za-z0-9][A-Za-z0-9._-]+)(?=:(?!//))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();

    [GeneratedRegex("^hostname (?<host>[A-Za-z0-9][A-Za-z0-9._-]*)\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HostName();
}
