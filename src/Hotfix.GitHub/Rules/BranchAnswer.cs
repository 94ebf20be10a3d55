namespace Hotfix.GitHub.Rules;

/// <summary>The fields of <c>GET …/branches/{branch}</c> that are read here; anybody who can read the repository sees them.</summary>
internal sealed record BranchAnswer(bool Protected)
{
    public ProtectionSummary? Protection { get; init; }

    internal sealed record ProtectionSummary
    {
        public bool? Enabled { get; init; }

        public ProtectionAnswer.ChecksAnswer? RequiredStatusChecks { get; init; }
    }
}
