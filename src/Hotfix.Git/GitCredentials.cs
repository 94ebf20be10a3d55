using Hotfix.Core.Errors;
using Hotfix.Git.Parsing;

namespace Hotfix.Git;

/// <summary>Asks git for a credential that it has already; never asks a person.</summary>
/// <param name="git">Stands in the clone, whose configuration counts.</param>
/// <remarks>Source: git-credential(1), <c>fill</c>.</remarks>
internal sealed class GitCredentials(GitCommandLine git)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, string?> Unattended = new()
    {
        ["GIT_ASKPASS"] = "",
        ["SSH_ASKPASS"] = "",
        ["GCM_INTERACTIVE"] = "never",
    };

    /// <summary><c>null</c> when no helper knows one, does not answer within ten seconds, or <paramref name="url"/> is no http address.</summary>
    public async Task<GitCredential?> FillAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("https" or "http"))
            return null;

        var call = new GitCall(["-c", "credential.interactive=false", "credential", "fill"])
        {
            StandardInput = $"protocol={address.Scheme}\nhost={address.Authority}\npath={address.AbsolutePath.TrimStart('/')}\n\n",
            Timeout = Limit,
            Environment = Unattended,
        };
        try
        {
            GitResult result = await git.RunAsync(call, cancellationToken);
            return result.IsSuccess ? CredentialOutput.Parse(result.Output) : null;
        }
        catch (HotfixException e) when (e.Code == GitErrors.TimedOutCode)
        {
            return null;
        }
    }
}
