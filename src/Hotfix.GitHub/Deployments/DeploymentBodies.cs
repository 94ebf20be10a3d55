namespace Hotfix.GitHub.Deployments;

/// <summary>Body of <c>POST …/deployments</c>; <c>ref</c> is a sha, and nothing is merged.</summary>
internal sealed record NewDeploymentBody(
    string Ref,
    string Environment,
    string Description,
    bool AutoMerge,
    bool ProductionEnvironment,
    IReadOnlyList<string> RequiredContexts,
    DeploymentPayload Payload
);

/// <summary>What is kept with a deployment, so that it is found again.</summary>
internal sealed record DeploymentPayload(string Hotfix);

/// <summary>Body of <c>POST …/deployments/{id}/statuses</c>; what is <c>null</c> is not sent.</summary>
internal sealed record DeploymentStatusBody(string State, string Description, string? LogUrl, string? EnvironmentUrl);

/// <summary>Body of <c>PUT …/environments/{name}</c>.</summary>
internal sealed record EnvironmentBody(
    int WaitTimer,
    bool PreventSelfReview,
    IReadOnlyList<EnvironmentReviewerBody> Reviewers,
    EnvironmentPolicyBody? DeploymentBranchPolicy
);

/// <summary>One reviewer of an environment.</summary>
internal sealed record EnvironmentReviewerBody(string Type, long Id);

/// <summary>One of the two is true.</summary>
internal sealed record EnvironmentPolicyBody(bool ProtectedBranches, bool CustomBranchPolicies);

/// <summary>Body of <c>POST …/deployment-branch-policies</c>.</summary>
internal sealed record BranchPolicyBody(string Name, string Type);
