using System.Globalization;
using Hotfix.Core.Doctoring;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Releases;
using Hotfix.GitHub.Rules;
using Octokit;

namespace Hotfix.GitHub.Repositories;

/// <summary>What can be known of a repository before a hotfix is needed.</summary>
internal sealed class Preflight
{
    private readonly GitHubApi _api;

    /// <summary>The connection stays the caller's.</summary>
    public Preflight(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
    }

    /// <summary>What the server says of the credential and of the time. REST: the headers of <c>GET /repos/{owner}/{repo}</c>, and <c>GET /user</c>.</summary>
    public async Task<ServerGreeting> GreetAsync(CancellationToken cancellationToken)
    {
        IApiResponse<RepositoryAnswer> answer = await ReadRepositoryAsync(cancellationToken);
        DateTimeOffset arrived = _api.Connection.Time.GetUtcNow();
        string? date = Header(answer, "Date");
        string? scopes = Header(answer, "X-OAuth-Scopes");
        return new ServerGreeting(
            await new RepositoryCalls(_api).ReadLoginAsync(cancellationToken),
            scopes?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset there) ? there : null,
            arrived
        );
    }

    /// <summary>
    /// Active rulesets for branches and tags, those of the organisation included. REST: <c>GET …/rulesets?includes_parents=true</c>, then each.
    /// </summary>
    public async Task<IReadOnlyList<RefRule>> ListRefRulesAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<RulesetAnswer> all = await _api.ListAsync<RulesetAnswer>(
            new Call("list the rulesets", _api.InRepository("rulesets?includes_parents=true&per_page=100")),
            cancellationToken
        );
        var rules = new List<RefRule>();
        foreach (RulesetAnswer listed in all.Where(ruleset => ruleset is { Target: null or "branch" or "tag", Enforcement: "active" }))
        {
            rules.Add(
                ToRule(
                    await _api.GetAsync<RulesetAnswer>(
                        new Call($"read the ruleset {listed.Name}", _api.InRepository($"rulesets/{listed.Id}?includes_parents=true")),
                        cancellationToken
                    )
                )
            );
        }

        return rules;
    }

    /// <summary>
    /// Whether releases are sealed when they are published; <c>null</c> when the answer does not tell "no" from "not for you". REST: <c>GET
    /// …/immutable-releases</c>.
    /// </summary>
    public async Task<bool?> AreReleasesImmutableAsync(CancellationToken cancellationToken)
    {
        var call = new Call("read whether releases are immutable", _api.InRepository("immutable-releases"));
        if (await _api.FindAsync<ImmutableReleasesAnswer>(call, cancellationToken) is { } answer)
            return answer.Enabled;

        return (await ReadRepositoryAsync(cancellationToken)).Body?.Permissions is { CanAdminister: true } ? false : null;
    }

    private Task<IApiResponse<RepositoryAnswer>> ReadRepositoryAsync(CancellationToken cancellationToken)
    {
        var call = new Call($"read the repository {_api.Owner}/{_api.Name}", $"repos/{_api.Owner}/{_api.Name}");
        return _api.RunAsync(call, () => _api.Connection.Octokit.Connection.Get<RepositoryAnswer>(call.Uri, null, null, cancellationToken), cancellationToken);
    }

    private static RefRule ToRule(RulesetAnswer ruleset) =>
        new(
            ruleset.Name,
            ruleset.Links?.Html?.Href ?? "",
            ruleset.Conditions?.RefName?.Include ?? ["~ALL"],
            ruleset.Conditions?.RefName?.Exclude ?? [],
            [.. (ruleset.Rules ?? []).Select(rule => rule.Type)],
            ruleset.CurrentUserCanBypass is { } word ? word == "always" : null
        )
        {
            Prefix = ruleset.Target == "tag" ? "refs/tags/" : "refs/heads/",
        };

    private static string? Header(IApiResponse<RepositoryAnswer> answer, string name) =>
        answer.HttpResponse.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
