using System.Globalization;
using System.Text.Json.Nodes;
using Hotfix.Core.Conventions;
using Hotfix.Core.Reporting;
using Hotfix.Core.Telling;
using Hotfix.Core.Text;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Json;

namespace Hotfix.GitHub.Records;

/// <summary>All hotfixes of a repository by GraphQL, page by page: 200 of them, their deployments and releases in about ten requests.</summary>
internal sealed class HotfixRecords
{
    /// <summary>GitHub gives no more of one search, however many it found.</summary>
    private const int MostOfASearch = 1000;
    private const int MostSearches = 10;
    private const int MostPages = 50;
    private const int HeavyPage = 50;
    private const int LightPage = 100;
    private readonly GitHubApi _api;
    private readonly GraphApi _graph;
    private readonly string _prefix;

    /// <summary>The connection stays the caller's.</summary>
    /// <param name="connection">To GitHub.</param>
    /// <param name="prefix">What hotfix branches begin with; <c>null</c> for this tool's own habit.</param>
    public HotfixRecords(GitHubConnection connection, string? prefix = null)
    {
        _prefix = prefix ?? HotfixConventions.Default.Hotfixes.Text;
        _api = new GitHubApi(connection);
        _graph = new GraphApi(_api);
    }

    /// <summary><c>owner/name</c>.</summary>
    public string Repository => $"{_api.Owner}/{_api.Name}";

    /// <summary>
    /// Merged pull requests of branches below <c>hotfix/</c>, in any order. GraphQL: <c>search</c>, whose index may be some minutes behind.
    /// </summary>
    /// <param name="since">Merged at that time or later; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Listing<MergedHotfix>> ListMergedAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, MergedHotfix>();
        string until = "";
        for (int search = 0; search < MostSearches; search++)
        {
            (IReadOnlyList<MergedHotfixesData.HotfixNode> nodes, bool isWhole) = await SearchAsync(since, until, cancellationToken);
            foreach (MergedHotfixesData.HotfixNode node in nodes)
            {
                if (node.ToHotfix(_prefix) is { } hotfix)
                    found[hotfix.Number] = hotfix with { Thread = await FindThreadAsync(node, ThreadText.MarkerOf(hotfix.Branch), cancellationToken) };
            }

            if (isWhole)
                return new Listing<MergedHotfix>([.. found.Values], IsWhole: true);

            // The next thousand begins with the last of these, which is known by its number.
            until = $" created:<={Time(nodes[^1].CreatedAt)}";
        }

        return new Listing<MergedHotfix>([.. found.Values], IsWhole: false);
    }

    /// <summary>Deployments to any of these environments that ended well, the newest first. GraphQL: <c>repository.deployments</c>.</summary>
    /// <param name="environments">Their names.</param>
    /// <param name="since">Asked for at that time or later; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Listing<DeployedCommit>> ListDeployedAsync(IReadOnlyList<string> environments, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        JsonObject variables() =>
            new(InRepository()) { ["environments"] = new JsonArray([.. environments.Select(name => JsonValue.Create(name))]), ["first"] = LightPage };
        (IReadOnlyList<DeployedCommitsData.DeploymentNode> nodes, bool isWhole) = await PagesAsync(
            async after =>
                (
                    await _graph.AskAsync(
                        new GraphCall("list the deployments", GraphDocuments.DeployedCommits, With(variables(), after)),
                        GraphJson.Default.GraphAnswerDeployedCommitsData,
                        data => data.Repository is not null,
                        cancellationToken
                    )
                )
                    .Repository
                    ?.Deployments,
            node => since is { } begin && node.CreatedAt < begin
        );
        return new Listing<DeployedCommit>(
            [.. nodes.Select(node => node.ToDeployed()).OfType<DeployedCommit>().Where(it => since is null || it.At >= since)],
            isWhole
        );
    }

    /// <summary>Published releases, the newest first. GraphQL: <c>repository.releases</c>.</summary>
    /// <param name="since">Made at that time or later; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Listing<PublishedPage>> ListReleasesAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        JsonObject variables() => new(InRepository()) { ["first"] = LightPage };
        (IReadOnlyList<PublishedReleasesData.ReleaseNode> nodes, bool isWhole) = await PagesAsync(
            async after =>
                (
                    await _graph.AskAsync(
                        new GraphCall("list the releases", GraphDocuments.PublishedReleases, With(variables(), after)),
                        GraphJson.Default.GraphAnswerPublishedReleasesData,
                        data => data.Repository is not null,
                        cancellationToken
                    )
                )
                    .Repository
                    ?.Releases,
            node => since is { } begin && node.PublishedAt < begin
        );
        return new Listing<PublishedPage>(
            [
                .. nodes
                    .Where(node => !node.IsDraft && node.PublishedAt is not null)
                    .Select(node => new PublishedPage(node.TagName, node.PublishedAt!.Value, node.Url)),
            ],
            isWhole
        );
    }

    private async Task<(IReadOnlyList<MergedHotfixesData.HotfixNode> Nodes, bool IsWhole)> SearchAsync(
        DateTimeOffset? since,
        string until,
        CancellationToken cancellationToken
    )
    {
        string from = since is { } time ? $" merged:>={Time(time)}" : "";
        string query = $"repo:{Repository} is:pr is:merged head:{_prefix}{from}{until} sort:created-desc";
        int count = 0;
        (IReadOnlyList<MergedHotfixesData.HotfixNode> nodes, _) = await PagesAsync(
            async after =>
            {
                var call = new GraphCall(
                    "list the merged hotfixes",
                    GraphDocuments.MergedHotfixes,
                    With(new JsonObject { ["query"] = query, ["first"] = HeavyPage }, after)
                );
                GraphPage<MergedHotfixesData.HotfixNode> page = (
                    await _graph.AskAsync(call, GraphJson.Default.GraphAnswerMergedHotfixesData, data => data.Search is not null, cancellationToken)
                ).Search;
                count = Math.Max(count, page.IssueCount ?? 0);
                return page;
            },
            isBefore: null
        );
        return (nodes, nodes.Count == 0 || count <= MostOfASearch);
    }

    private async Task<string?> FindThreadAsync(MergedHotfixesData.HotfixNode node, Marker marker, CancellationToken cancellationToken)
    {
        foreach (MergedHotfixesData.NoteNode comment in (node.Comments?.Items ?? []).Where(comment => marker.IsAtFrontOf(comment.Body)))
        {
            if (comment.ViewerDidAuthor || await _api.Connection.Authors.AreOursAsync(comment.Author?.FullLogin ?? "", comment.Url, cancellationToken))
                return comment.Body;
        }

        return null;
    }

    /// <summary>Page after page, until one is the last, or all of one is older than what is wanted.</summary>
    private static async Task<(IReadOnlyList<T> Items, bool IsWhole)> PagesAsync<T>(Func<string?, Task<GraphPage<T>?>> read, Func<T, bool>? isBefore)
    {
        List<T> items = [];
        string? after = null;
        for (int page = 0; page < MostPages; page++)
        {
            if (await read(after) is not { } answer)
                return (items, IsWhole: true);

            items.AddRange(answer.Items);
            if (
                !answer.PageInfo.HasNextPage
                || answer.PageInfo.EndCursor is not { } cursor
                || (isBefore is not null && answer.Items.Any() && answer.Items.All(isBefore))
            )
            {
                return (items, IsWhole: true);
            }

            after = cursor;
        }

        return (items, IsWhole: false);
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> InRepository() => [new("owner", _api.Owner), new("name", _api.Name)];

    private static JsonObject With(JsonObject variables, string? after)
    {
        variables["after"] = after;
        return variables;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
