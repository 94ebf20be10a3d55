namespace Hotfix.GitHub.Commits;

/// <summary>The fields of GitHub's <c>git-commit</c> that are read here.</summary>
internal sealed record MadeCommitAnswer(string Sha, ShaAnswer Tree)
{
    /// <summary>Says whether GitHub signed it, and holds the signature.</summary>
    public VerificationAnswer? Verification { get; init; }

    internal sealed record VerificationAnswer(bool Verified, string? Reason)
    {
        public string? Signature { get; init; }

        public string? Payload { get; init; }
    }
}
