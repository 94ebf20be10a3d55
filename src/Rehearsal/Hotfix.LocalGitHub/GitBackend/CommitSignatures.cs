using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>
/// Signatures of commits: checks them against the keys that are known (git-verify-commit(1)), and signs with a key of the server's own. SSH keys only.
/// </summary>
internal sealed class CommitSignatures(string path)
{
    private static readonly SemaphoreSlim Making = new(1, 1);

    /// <summary>The keys that are known to every repository of a server: ssh-keygen(1)'s allowed signers.</summary>
    public static string KnownKeys(string dataDirectory) => Path.Combine(dataDirectory, "allowed_signers");

    /// <summary>Lets a repository know where the keys are.</summary>
    public static Task InstallAsync(string repository, CancellationToken cancellationToken) =>
        GitProcess.RunAsync(repository, ["config", "gpg.ssh.allowedSignersFile", KnownKeys(DataOf(repository))], cancellationToken);

    /// <summary>What was signed, and the signature; <c>null</c> when there is none.</summary>
    public static (string Payload, string Signature)? Split(GitObject commit)
    {
        string text = Encoding.UTF8.GetString(commit.Content);
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        int start = text.IndexOf("\ngpgsig ", StringComparison.Ordinal);
        if (start < 0 || start > end)
            return null;

        string[] lines = text[(start + 1)..end].Split('\n');
        string[] signature = [lines[0]["gpgsig ".Length..], .. lines.Skip(1).TakeWhile(line => line.StartsWith(' ')).Select(line => line[1..])];
        string rest = string.Concat(lines.Skip(signature.Length).Select(line => "\n" + line));
        return (text[..start] + rest + text[end..], string.Join('\n', signature));
    }

    /// <summary>Commits that a range of git-rev-list(1) names and that have no signature by a known key, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ListUnsignedAsync(string[] range, CancellationToken cancellationToken)
    {
        var unsigned = new List<string>();
        string listed = await GitProcess.RunAsync(path, ["rev-list", "--reverse", .. range], cancellationToken);
        foreach (string sha in listed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!await AreGoodAsync(sha, cancellationToken))
                unsigned.Add(sha);
        }

        return unsigned;
    }

    /// <summary>Whether one has such a signature.</summary>
    public async Task<bool> AreGoodAsync(string sha, CancellationToken cancellationToken) =>
        (await GitProcess.TryRunAsync(path, ["verify-commit", sha], input: null, cancellationToken)).ExitCode == 0;

    /// <summary>Writes a commit with the server's signature, as GitHub does for an App; returns its sha.</summary>
    public async Task<string> CommitAsync(GitCommit commit, CancellationToken cancellationToken)
    {
        string key = await OwnKeyAsync(cancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["GIT_AUTHOR_NAME"] = commit.Author.Name,
            ["GIT_AUTHOR_EMAIL"] = commit.Author.Email,
            ["GIT_AUTHOR_DATE"] = Date(commit.Author),
            ["GIT_COMMITTER_NAME"] = commit.Committer.Name,
            ["GIT_COMMITTER_EMAIL"] = commit.Committer.Email,
            ["GIT_COMMITTER_DATE"] = Date(commit.Committer),
        };
        string[] arguments =
        [
            "-c",
            "gpg.format=ssh",
            "-c",
            $"user.signingKey={key}",
            "commit-tree",
            "--gpg-sign",
            commit.Tree,
            .. commit.Parents.SelectMany(parent => new[] { "-p", parent }),
            "-F",
            "-",
        ];
        GitResult made = await GitProcess.TryRunAsync(path, arguments, commit.Message.TrimEnd('\n') + "\n", cancellationToken, environment);
        return made.ExitCode == 0 ? made.Output.Trim() : throw GitProcess.Failed(arguments, made);
    }

    private async Task<string> OwnKeyAsync(CancellationToken cancellationToken)
    {
        string data = DataOf(path);
        string key = Path.Combine(data, "signing_key");
        await Making.WaitAsync(cancellationToken);
        try
        {
            if (File.Exists(key))
                return key;

            using Process made = Process.Start("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "local-github", "-f", key]);
            await made.WaitForExitAsync(cancellationToken);
            string known = await File.ReadAllTextAsync(key + ".pub", cancellationToken);
            await File.AppendAllTextAsync(KnownKeys(data), $"noreply@github.com namespaces=\"git\" {known.Trim()}\n", cancellationToken);
            return key;
        }
        finally
        {
            Making.Release();
        }
    }

    private static string DataOf(string repository) => Path.GetDirectoryName(Path.GetDirectoryName(repository))!;

    private static string Date(Signature signature) => string.Create(CultureInfo.InvariantCulture, $"@{signature.At.ToUnixTimeSeconds()} +0000");
}
