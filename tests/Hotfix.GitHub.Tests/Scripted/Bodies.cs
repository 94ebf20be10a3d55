namespace Hotfix.GitHub.Tests.Scripted;

/// <summary>Bodies as GitHub sends them, with the fields that are read here and a few that are not.</summary>
internal static class Bodies
{
    public const string Head = "1111111111111111111111111111111111111111";
    public const string OtherHead = "2222222222222222222222222222222222222222";
    public const string MergeCommit = "3333333333333333333333333333333333333333";

    public const string Repository = """
        {"id":42,"full_name":"acme/shop","default_branch":"main","archived":false,"created_at":null,"updated_at":null,
         "allow_merge_commit":true,"allow_squash_merge":false,"allow_rebase_merge":true,"allow_auto_merge":true,
         "delete_branch_on_merge":true,"permissions":{"admin":false,"push":true,"pull":true}}
        """;

    public static string PullRequest(
        int number = 7,
        string head = Head,
        string state = "open",
        string? mergedAt = null,
        long headRepository = 42,
        string branch = "hotfix/null-ref"
    ) =>
        $$"""
            {"number":{{number}},"html_url":"https://github.test/acme/shop/pull/{{number}}","title":"Hotfix: null ref","body":null,"state":"{{state}}","draft":false,
             "user":{"login":"ada"},"head":{"ref":"{{branch}}","sha":"{{head}}","repo":{"id":{{headRepository}},"created_at":null,"owner":{"login":"acme"} } },
             "base":{"ref":"main","sha":"{{OtherHead}}","repo":{"id":42,"owner":{"login":"acme"} } },"mergeable":null,"mergeable_state":"unknown",
             "merge_commit_sha":"{{MergeCommit}}","merged_at":{{(mergedAt is null ? "null" : $"\"{mergedAt}\"")}},"merged_by":{{(
                mergedAt is null ? "null" : "{\"login\":\"grace\"}"
            )}},
             "created_at":"2026-01-02T09:00:00Z","closed_at":null,"labels":[{"name":"hotfix"}],"requested_reviewers":[{"login":"grace"}],"requested_teams":[{"slug":"on-call"}],
             "author_association":"MANNEQUIN"}
            """;

    public static string MergedPullRequest(string head = Head) => PullRequest(head: head, state: "closed", mergedAt: "2026-01-03T09:00:00Z");

    public static string Release(long id = 5, string tag = "v1.4.3", bool draft = true, string assets = "") =>
        $$"""
            {"id":{{id}},"tag_name":"{{tag}}","html_url":"https://github.test/acme/shop/releases/tag/{{tag}}","upload_url":"{host}/upload/{{id}}/assets{?name,label}",
             "draft":{{(draft ? "true" : "false")}},"prerelease":false,"published_at":{{(
                draft ? "null" : "\"2026-01-03T09:00:00Z\""
            )}},"created_at":"2026-01-03T08:00:00Z","body":"<!-- hotfix:release-notes -->","assets":[{{assets}}]}
            """;

    public static string Asset(long id, string name, long size, string state = "uploaded", string? sha256 = null) =>
        $$"""
            {"id":{{id}},"name":"{{name}}","state":"{{state}}","size":{{size}},"digest":{{(sha256 is null ? "null" : $"\"sha256:{sha256}\"")}} }
            """;

    public static string Error(string message, string errors = "[]") =>
        $$"""{"message":"{{message}}","errors":{{errors}},"documentation_url":"https://docs.github.com/rest"}""";
}
