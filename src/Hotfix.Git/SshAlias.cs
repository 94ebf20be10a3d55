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
    /// <param name="configuration">A file in place of the user's ssh configuration; <c>null</c> for that one.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    public static async Task<string> ResolveAsync(GitCommandLine git, string url, string? configuration, CancellationToken cancellationToken)
    {
        if (Address().Match(url) is not { Success: true } match || match.Groups["host"].Value is "github.com" or "ssh.github.com")
            return url;

        Group host = match.Groups["host"];
        try
        {
            string[] file = configuration is null ? [] : ["-F", configuration];
            ProcessResult result = await git.RunProcessAsync("ssh", new GitCall([.. file, "-G", host.Value]) { Timeout = Patience }, cancellationToken);
            string real = result.ExitCode == 0 ? HostName().Match(result.Output).Groups["host"].Value : "";
            return real.Length == 0 ? url : url[..host.Index] + real + url[(host.Index + host.Length)..];
        }
        catch (HotfixException e) when (e.Refusal.Code is "HF2001" or "HF2003")
        {
            return url;
        }
    }

    // With a scheme, or the short form, of which one letter would be a drive.
    [GeneratedRegex(
        "^(?:ssh|git\\+ssh|ssh\\+git)://(?:[^/@]+@)?(?<host>[A-Za-z0-9][A-Za-z0-9._-]*)(?=[:/])|^(?:[^/:@]+@)?(?<host>[A-Za-z0-9][A-Za-z0-9._-]+)(?=:(?!//))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();

    [GeneratedRegex("^hostname (?<host>[A-Za-z0-9][A-Za-z0-9._-]*)\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HostName();
}
