namespace Hotfix.GitHub.PullRequests;

/// <summary>The field of <c>GET …/git/commits/{sha}</c> that is read here.</summary>
internal sealed record GitCommitAnswer(IReadOnlyList<GitCommitAnswer.ParentAnswer> Parents)
{
    internal sealed record ParentAnswer(string Sha);
}
