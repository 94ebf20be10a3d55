using Hotfix.GitHub.Checks;

namespace Hotfix.GitHub.Rules;

/// <summary>Classic branch protection, <c>GET …/branches/{branch}/protection</c>. What is not demanded is missing or <c>null</c>.</summary>
internal sealed record ProtectionAnswer
{
    public ChecksAnswer? RequiredStatusChecks { get; init; }

    public ReviewsAnswer? RequiredPullRequestReviews { get; init; }

    public SwitchAnswer? RequiredConversationResolution { get; init; }

    public SwitchAnswer? RequiredLinearHistory { get; init; }

    public SwitchAnswer? RequiredSignatures { get; init; }

    internal sealed record ChecksAnswer
    {
        public bool? Strict { get; init; }

        /// <summary>Names only, the older field; <see cref="CheckCalls"/> has the same names with their apps.</summary>
        public IReadOnlyList<string>? Contexts { get; init; }

        public IReadOnlyList<CheckAnswer>? Checks { get; init; }
    }

    internal sealed record CheckAnswer(string Context, long? AppId = null);

    internal sealed record ReviewsAnswer
    {
        public int? RequiredApprovingReviewCount { get; init; }

        public bool? DismissStaleReviews { get; init; }

        public bool? RequireCodeOwnerReviews { get; init; }

        public bool? RequireLastPushApproval { get; init; }
    }

    internal sealed record SwitchAnswer(bool Enabled);
}
