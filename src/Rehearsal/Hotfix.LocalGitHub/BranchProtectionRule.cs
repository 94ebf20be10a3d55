namespace Hotfix.LocalGitHub;

/// <summary>Classic protection of one branch. Direct pushes are refused as soon as it asks for a review or a check; rewriting and deleting always.</summary>
public sealed record BranchProtectionRule
{
    /// <summary>Must be green on the head before a merge; empty for none.</summary>
    public IReadOnlyList<RequiredStatusCheck> RequiredChecks { get; init; } = [];

    /// <summary>The head must contain the base's tip.</summary>
    public bool Strict { get; init; }

    /// <summary>Approvals by users with write access; <c>null</c> when no pull request is needed at all.</summary>
    public int? RequiredApprovals { get; init; }

    /// <summary>A push to the head dismisses the approvals given before.</summary>
    public bool DismissStaleReviews { get; init; }

    /// <summary>An owner of each changed file that CODEOWNERS gives one must approve.</summary>
    public bool RequireCodeOwnerReviews { get; init; }

    /// <summary>Somebody other than the last pusher must approve after the last push.</summary>
    public bool RequireLastPushApproval { get; init; }

    /// <summary>Every review thread must be resolved.</summary>
    public bool RequireConversationResolution { get; init; }

    /// <summary>Every commit that comes in must carry a signature by a known key (<see cref="LocalGitHubServer.AddSigningKey"/>).</summary>
    public bool RequireSignatures { get; init; }

    /// <summary>Administrators are held to the rule too.</summary>
    public bool EnforceAdmins { get; init; }
}
