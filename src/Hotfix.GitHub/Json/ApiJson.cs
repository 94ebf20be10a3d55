using System.Text.Json.Serialization;
using Hotfix.GitHub.Checks;
using Hotfix.GitHub.Commits;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.PullRequests;
using Hotfix.GitHub.Releases;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Rules;
using Hotfix.GitHub.Trust;
using Hotfix.GitHub.Workflows;

namespace Hotfix.GitHub.Json;

/// <summary>Readers and writers made by the compiler: no reflection at start-up, and a missing or null field is an error with its path.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(RepositoryAnswer))]
[JsonSerializable(typeof(AttestationsAnswer))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(ShaAnswer))]
[JsonSerializable(typeof(MadeCommitAnswer))]
[JsonSerializable(typeof(NewBlobBody))]
[JsonSerializable(typeof(NewCommitBody))]
[JsonSerializable(typeof(PullRequestAnswer))]
[JsonSerializable(typeof(PullRequestAnswer[]))]
[JsonSerializable(typeof(CheckRunsAnswer))]
[JsonSerializable(typeof(CheckRunAnswer))]
[JsonSerializable(typeof(CombinedStatusAnswer))]
[JsonSerializable(typeof(JobAnswer))]
[JsonSerializable(typeof(ReviewAnswer[]))]
[JsonSerializable(typeof(ReleaseAnswer))]
[JsonSerializable(typeof(ReleaseAnswer[]))]
[JsonSerializable(typeof(AssetAnswer))]
[JsonSerializable(typeof(BranchAnswer))]
[JsonSerializable(typeof(ProtectionAnswer))]
[JsonSerializable(typeof(RuleAnswer[]))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(ErrorDetail))]
[JsonSerializable(typeof(PullRequestAnswer.LabelAnswer[]))]
[JsonSerializable(typeof(CheckSuitesAnswer))]
[JsonSerializable(typeof(WorkflowRunsAnswer))]
[JsonSerializable(typeof(ActivityAnswer[]))]
[JsonSerializable(typeof(CompareAnswer))]
[JsonSerializable(typeof(GitCommitAnswer))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(UpdateBranchBody))]
[JsonSerializable(typeof(NewPullRequestBody))]
[JsonSerializable(typeof(PullRequestTextBody))]
[JsonSerializable(typeof(PullRequestStateBody))]
[JsonSerializable(typeof(LabelsBody))]
[JsonSerializable(typeof(ReviewersBody))]
[JsonSerializable(typeof(DeploymentAnswer))]
[JsonSerializable(typeof(DeploymentAnswer[]))]
[JsonSerializable(typeof(DeploymentStatusAnswer))]
[JsonSerializable(typeof(DeploymentStatusAnswer[]))]
[JsonSerializable(typeof(EnvironmentAnswer))]
[JsonSerializable(typeof(EnvironmentsAnswer))]
[JsonSerializable(typeof(BranchPoliciesAnswer))]
[JsonSerializable(typeof(GateAnswer[]))]
[JsonSerializable(typeof(VariableAnswer))]
[JsonSerializable(typeof(WorkflowsAnswer))]
[JsonSerializable(typeof(WorkflowRunAnswer))]
[JsonSerializable(typeof(WorkflowRunsAnswer))]
[JsonSerializable(typeof(RunJobsAnswer))]
[JsonSerializable(typeof(DispatchAnswer))]
[JsonSerializable(typeof(IssueAnswer))]
[JsonSerializable(typeof(IssueAnswer[]))]
[JsonSerializable(typeof(CommentAnswer))]
[JsonSerializable(typeof(CommentAnswer[]))]
[JsonSerializable(typeof(NewDeploymentBody))]
[JsonSerializable(typeof(DeploymentStatusBody))]
[JsonSerializable(typeof(EnvironmentBody))]
[JsonSerializable(typeof(BranchPolicyBody))]
[JsonSerializable(typeof(VariableBody))]
[JsonSerializable(typeof(DispatchBody))]
[JsonSerializable(typeof(EventBody))]
[JsonSerializable(typeof(NewIssueBody))]
[JsonSerializable(typeof(IssueBody))]
[JsonSerializable(typeof(CommentBody))]
[JsonSerializable(typeof(EmptyBody))]
[JsonSerializable(typeof(AccountAnswer))]
[JsonSerializable(typeof(PermissionAnswer))]
[JsonSerializable(typeof(RulesetAnswer))]
[JsonSerializable(typeof(RulesetAnswer[]))]
[JsonSerializable(typeof(ImmutableReleasesAnswer))]
[JsonSerializable(typeof(BranchPoliciesAnswer.PolicyAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
