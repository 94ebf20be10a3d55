using System.Text.Json.Serialization;
using Hotfix.GitHub.Answers;

namespace Hotfix.GitHub.Json;

/// <summary>Readers and writers made by the compiler: no reflection at start-up, and a missing or null field is an error with its path.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RepositoryAnswer))]
[JsonSerializable(typeof(UserAnswer))]
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
[JsonSerializable(typeof(LabelsBody))]
[JsonSerializable(typeof(ReviewersBody))]
internal sealed partial class ApiJson : JsonSerializerContext;
