using System.Text.RegularExpressions;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Rules;

/// <summary>The CODEOWNERS file of a base branch: who owns which file. Users only; there are no teams here.</summary>
internal sealed class CodeOwners
{
    private static readonly string[] Places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
    private readonly IReadOnlyList<(Regex Pattern, string[] Owners)> _lines;

    private CodeOwners(string text)
    {
        _lines =
        [
            .. text.Split('\n')
                .Select(line => line.Split('#')[0].Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words.Length > 0)
                .Select(words => (Translate(words[0]), words.Skip(1).Where(word => word.StartsWith('@')).Select(word => word[1..]).ToArray())),
        ];
    }

    /// <summary>For each changed file that is owned, its owners; empty without a CODEOWNERS file.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Account>>> OfAsync(HostedRepository repository, PullRequest pull, CancellationToken cancellationToken)
    {
        foreach (string place in Places)
        {
            if (await repository.Git.ReadAsync($"{pull.BaseSha}:{place}", cancellationToken) is { } file)
                return await OfAsync(new CodeOwners(System.Text.Encoding.UTF8.GetString(file.Content)), repository, pull, cancellationToken);
        }

        return [];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Account>>> OfAsync(
        CodeOwners owners,
        HostedRepository repository,
        PullRequest pull,
        CancellationToken cancellationToken
    )
    {
        Divergence divergence = await repository.Git.History.DivergenceAsync(pull.BaseSha, pull.HeadSha, cancellationToken);
        IReadOnlyList<FileChange> files = await repository.Git.History.ChangesAsync(divergence.MergeBase ?? pull.BaseSha, pull.HeadSha, cancellationToken);
        return
        [
            .. files
                .Select(file =>
                    owners
                        .Of(file.Path)
                        .Select(repository.Hub.FindAccount)
                        .OfType<Account>()
                        .Where(account => repository.RoleOf(account) >= Role.Write)
                        .ToArray()
                )
                .Where(accounts => accounts.Length > 0),
        ];
    }

    // The last line that matches decides; one without owners takes the file out.
    private string[] Of(string path) => _lines.LastOrDefault(line => line.Pattern.IsMatch(path)).Owners ?? [];

    // gitignore's rules, without its negations: a slash in front or within anchors, a name without one matches at any depth, a folder all that is in it.
    private static Regex Translate(string pattern)
    {
        bool isAnchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        string body = Regex
            .Escape(pattern.Trim('/'))
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return new Regex($"^{(isAnchored ? "" : "(.*/)?")}{body}{(pattern.EndsWith('/') ? "/.*" : "(/.*)?")}$", RegexOptions.CultureInvariant);
    }
}
