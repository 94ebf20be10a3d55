namespace Hotfix.Git.Writing;

/// <summary>Who makes a tag or a commit here.</summary>
/// <param name="Name">As git has it configured.</param>
/// <param name="Email">Likewise.</param>
internal sealed record Identity(string Name, string Email)
{
    /// <summary>Stands in where git knows nobody, as on a fresh CI machine. It names no person and receives no mail.</summary>
    public static readonly Identity Neutral = new("hotfix", "noreply@github.com");

    /// <summary>The committer that git itself would use (git-var(1)), else <see cref="Neutral"/>.</summary>
    public static async Task<Identity> OfCommitterAsync(GitCommandLine git, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(["var", "GIT_COMMITTER_IDENT"], cancellationToken);
        int open = result.Line.IndexOf(" <", StringComparison.Ordinal);
        int close = result.Line.LastIndexOf("> ", StringComparison.Ordinal);
        return result.IsSuccess && open > 0 && close > open ? new Identity(result.Line[..open], result.Line[(open + 2)..close]) : Neutral;
    }

    /// <summary>Variables that make git use <see cref="Neutral"/>, for a commit where it knows nobody; <c>null</c> when it knows somebody.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>?> SubstituteAsync(GitCommandLine git, CancellationToken cancellationToken) =>
        (await git.RunAsync(["var", "GIT_COMMITTER_IDENT"], cancellationToken)).IsSuccess ? null : Neutral.AsVariables();

    /// <summary>As it stands in a git object.</summary>
    public override string ToString() => $"{Name} <{Email}>";

    private Dictionary<string, string?> AsVariables() =>
        new()
        {
            ["GIT_AUTHOR_NAME"] = Name,
            ["GIT_AUTHOR_EMAIL"] = Email,
            ["GIT_COMMITTER_NAME"] = Name,
            ["GIT_COMMITTER_EMAIL"] = Email,
        };
}
