using System.Text.Json.Serialization;

namespace Hotfix.GitHub.Repositories;

/// <summary>The fields of REST's <c>full-repository</c> that are read here; the <c>allow_…</c> ones are missing without push permission.</summary>
internal sealed record RepositoryAnswer(long Id, string FullName, string DefaultBranch)
{
    public bool? AllowMergeCommit { get; init; }

    public bool? AllowSquashMerge { get; init; }

    public bool? AllowRebaseMerge { get; init; }

    public bool? AllowAutoMerge { get; init; }

    public string? SquashMergeCommitTitle { get; init; }

    public bool? DeleteBranchOnMerge { get; init; }

    public bool? Archived { get; init; }

    public bool? Fork { get; init; }

    public ForkParentAnswer? Parent { get; init; }

    public PermissionsAnswer? Permissions { get; init; }

    internal sealed record ForkParentAnswer(string FullName);

    internal sealed record PermissionsAnswer(
        [property: JsonPropertyName("push")] bool? CanPush,
        [property: JsonPropertyName("admin")] bool? CanAdminister = null
    );
}
