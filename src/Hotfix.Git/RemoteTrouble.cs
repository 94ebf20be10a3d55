using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Git;

/// <summary>Whether a failure to talk to a remote may pass by itself, so that trying again is worth it.</summary>
/// <remarks>
/// git dies with 128 whatever the reason, and its HTTP side gives the server's status as a number. Words only ever rule a second try out, and only such as
/// git and curl
/// have had for many years (<c>LC_ALL=C</c>): where they change, a read is tried twice in vain, and a push is looked for before it is made again.
/// </remarks>
internal static partial class RemoteTrouble
{
    private const int Died = 128;

    private static readonly string[] Broken = ["RPC failed", "hung up unexpectedly"];

    private static readonly string[] Lasting =
    [
        // whom it asks for, and who we are
        "Authentication failed",
        "could not read Username",
        "could not read Password",
        "Permission denied",
        "Host key verification failed",
        "terminal prompts disabled",
        // what stands between
        "proxy",
        "certificate",
        "handshake",
        "SSL_connect",
        "wrong version number",
        "unsupported protocol",
        // what was asked for
        "does not appear to be a git repository",
        "not found",
        "couldn't find remote ref",
        "does not exist",
        "No such file or directory",
        "Unable to find remote helper",
    ];

    /// <summary>As after a 502, a broken connection, or no answer at all; never after "no" of the server, a proxy, TLS or a credential.</summary>
    public static bool MayPass(GitResult result)
    {
        // A push ends with 1 when its answer was lost, and also when a hook here said no.
        if (result.ExitCode != Died && !(result.ExitCode == 1 && Broken.Any(words => result.Errors.Contains(words, StringComparison.Ordinal))))
            return false;

        int[] statuses = [.. Status().Matches(result.Errors).Select(match => int.Parse(match.Groups["status"].Value, CultureInfo.InvariantCulture))];
        return statuses.Length > 0
            ? statuses.All(status => status is 408 or 429 or >= 500)
            : !Lasting.Any(words => result.Errors.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"(?:returned error: |HTTP |HTTP/[0-9.]+ )(?<status>[1-5][0-9]{2})\b")]
    private static partial Regex Status();
}
