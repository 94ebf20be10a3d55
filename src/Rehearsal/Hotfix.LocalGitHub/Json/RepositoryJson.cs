using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class RepositoryJson
{
    // Name of each link, and what follows the repository's address in it.
    private static readonly (string Name, string Path)[] Links =
    [
        ("archive_url", "/{archive_format}{/ref}"),
        ("assignees_url", "/assignees{/user}"),
        ("blobs_url", "/git/blobs{/sha}"),
        ("branches_url", "/branches{/branch}"),
        ("collaborators_url", "/collaborators{/collaborator}"),
        ("comments_url", "/comments{/number}"),
        ("commits_url", "/commits{/sha}"),
        ("compare_url", "/compare/{base}...{head}"),
        ("contents_url", "/contents/{+path}"),
        ("contributors_url", "/contributors"),
        ("deployments_url", "/deployments"),
        ("downloads_url", "/downloads"),
        ("events_url", "/events"),
        ("forks_url", "/forks"),
        ("git_commits_url", "/git/commits{/sha}"),
        ("git_refs_url", "/git/refs{/sha}"),
        ("git_tags_url", "/git/tags{/sha}"),
        ("hooks_url", "/hooks"),
        ("issue_comment_url", "/issues/comments{/number}"),
        ("issue_events_url", "/issues/events{/number}"),
        ("issues_url", "/issues{/number}"),
        ("keys_url", "/keys{/key_id}"),
        ("labels_url", "/labels{/name}"),
        ("languages_url", "/languages"),
        ("merges_url", "/merges"),
        ("milestones_url", "/milestones{/number}"),
        ("notifications_url", "/notifications{?since,all,participating}"),
        ("pulls_url", "/pulls{/number}"),
        ("releases_url", "/releases{/id}"),
        ("stargazers_url", "/stargazers"),
        ("statuses_url", "/statuses/{sha}"),
        ("subscribers_url", "/subscribers"),
        ("subscription_url", "/subscription"),
        ("tags_url", "/tags"),
        ("teams_url", "/teams"),
        ("trees_url", "/git/trees{/sha}"),
    ];

    /// <summary>The <c>minimal-repository</c> of workflow runs, check suites and the like.</summary>
    public static JsonObject Minimal(Viewpoint view)
    {
        HostedRepository repository = view.Repository;
        var body = new JsonObject
        {
            ["id"] = repository.Id,
            ["node_id"] = $"R_{repository.Id}",
            ["name"] = repository.Name,
            ["full_name"] = repository.FullName,
            ["owner"] = view.User(repository.Owner),
            ["private"] = repository.Settings.Private,
            ["html_url"] = view.Web,
            ["description"] = repository.Settings.Description,
            ["fork"] = false,
            ["url"] = view.Api,
        };
        foreach ((string name, string path) in Links)
            body[name] = view.Api + path;

        return body;
    }

    /// <summary>The <c>repository</c> inside a pull request's head and base.</summary>
    public static JsonObject Embedded(Viewpoint view)
    {
        HostedRepository repository = view.Repository;
        JsonObject body = Minimal(view);
        AddAddresses(body, view);
        AddCounts(body, repository);
        foreach (string name in (string[])["homepage", "language", "license", "mirror_url"])
            body[name] = null;

        body["default_branch"] = repository.DefaultBranch;
        body["archived"] = repository.Settings.Archived;
        body["disabled"] = false;
        body["visibility"] = repository.Settings.Private ? "private" : "public";
        body["pushed_at"] = JsonText.Time(repository.PushedAt);
        body["created_at"] = JsonText.Time(repository.CreatedAt);
        body["updated_at"] = JsonText.Time(repository.UpdatedAt);
        return body;
    }

    /// <summary>What <c>GET /repos/{owner}/{repo}</c> answers; the merge settings only to those who may push, as GitHub does.</summary>
    public static JsonObject Full(Viewpoint view)
    {
        HostedRepository repository = view.Repository;
        JsonObject body = Embedded(view);
        Role role = repository.RoleOf(view.Viewer);
        body["permissions"] = Permissions(role);
        body["network_count"] = 0;
        body["subscribers_count"] = 0;
        if (role < Role.Write)
            return body;

        RepositorySettings settings = repository.Settings;
        body["allow_merge_commit"] = settings.AllowMergeCommit;
        body["allow_squash_merge"] = settings.AllowSquashMerge;
        body["squash_merge_commit_title"] = settings.SquashTitle;
        body["allow_rebase_merge"] = settings.AllowRebaseMerge;
        body["allow_auto_merge"] = settings.AllowAutoMerge;
        body["allow_update_branch"] = settings.AllowUpdateBranch;
        body["delete_branch_on_merge"] = settings.DeleteBranchOnMerge;
        return body;
    }

    public static JsonObject Permissions(Role role) =>
        new()
        {
            ["admin"] = role >= Role.Admin,
            ["maintain"] = role >= Role.Maintain,
            ["push"] = role >= Role.Write,
            ["triage"] = role >= Role.Triage,
            ["pull"] = role >= Role.Read,
        };

    private static void AddAddresses(JsonObject body, Viewpoint view)
    {
        body["clone_url"] = $"{view.Web}.git";
        body["git_url"] = $"{view.Web}.git";
        body["ssh_url"] = $"{view.Web}.git";
        body["svn_url"] = view.Web;
    }

    private static void AddCounts(JsonObject body, HostedRepository repository)
    {
        int open = repository.Issues.Values.Count(issue => issue.Open);
        foreach (string name in (string[])["forks_count", "stargazers_count", "watchers_count", "size", "forks", "watchers"])
            body[name] = 0;

        foreach (string name in (string[])["open_issues_count", "open_issues"])
            body[name] = open;

        foreach (string name in (string[])["has_issues", "has_projects", "has_wiki", "has_downloads"])
            body[name] = true;

        foreach (string name in (string[])["has_pages", "has_discussions"])
            body[name] = false;
    }
}
