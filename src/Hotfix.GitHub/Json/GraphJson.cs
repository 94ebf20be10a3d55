using System.Text.Json.Serialization;
using Hotfix.GitHub.Checks;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.PullRequests;
using Hotfix.GitHub.Records;
using Hotfix.GitHub.Trust;

namespace Hotfix.GitHub.Json;

/// <summary>As <see cref="ApiJson"/>, for GraphQL, whose names begin small and have humps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(GraphAnswer<MergeDetailData>))]
[JsonSerializable(typeof(GraphAnswer<ReviewersData>))]
[JsonSerializable(typeof(GraphAnswer<HurdlesData>))]
[JsonSerializable(typeof(GraphAnswer<ViewerData>))]
[JsonSerializable(typeof(GraphAnswer<MutationData>))]
[JsonSerializable(typeof(GraphAnswer<MergedHotfixesData>))]
[JsonSerializable(typeof(GraphAnswer<DeployedCommitsData>))]
[JsonSerializable(typeof(GraphAnswer<PublishedReleasesData>))]
internal sealed partial class GraphJson : JsonSerializerContext;
