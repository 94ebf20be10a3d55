using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.Launch;

/// <summary>The content of a stand-alone server: the repository with its users, ready to be announced.</summary>
internal sealed class Launched
{
    private readonly LaunchOptions _options;
    private readonly LocalGitHubServer _server;
    private readonly Dictionary<string, string> _tokens = [];

    private Launched(LaunchOptions options, LocalGitHubServer server)
    {
        _options = options;
        _server = server;
    }

    private string FullName => $"{_options.Owner}/{_options.Name}";

    private string Remote => $"{_server.Address}{FullName}.git";

    /// <summary>Serves the repository to <c>you</c>, <c>reviewer</c> (<c>reviewer2</c>, …) and <c>ci</c>, its default branch protected as asked.</summary>
    public static async Task<Launched> FillAsync(LaunchOptions options, LocalGitHubServer server, CancellationToken cancellationToken)
    {
        var launched = new Launched(options, server);
        await launched.FillAsync(cancellationToken);
        return launched;
    }

    public string Announcement() => _options.Json ? AsJson().ToJsonString() : AsText();

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        string defaultBranch = await _server.AddRepositoryAsync(_options.Owner, _options.Name, _options.Repository, cancellationToken);
        IEnumerable<string> reviewers = Enumerable.Range(1, Math.Max(1, _options.Reviewers)).Select(number => number == 1 ? "reviewer" : $"reviewer{number}");
        foreach (string login in (string[])["you", .. reviewers, "ci"])
        {
            _tokens[login] = _server.AddUser(login);
            _server.Grant(FullName, login, Role.Write);
        }

        _server.ProtectBranch(
            FullName,
            defaultBranch,
            new BranchProtectionRule
            {
                RequiredApprovals = _options.Reviewers,
                RequiredChecks = [.. _options.Checks.Select(check => new RequiredStatusCheck(check))],
                EnforceAdmins = true,
            }
        );
    }

    private JsonObject AsJson() =>
        new()
        {
            ["address"] = _server.Address.ToString().TrimEnd('/'),
            ["graphql"] = $"{_server.Address}graphql",
            ["owner"] = _options.Owner,
            ["name"] = _options.Name,
            ["remote"] = Remote,
            ["tokens"] = new JsonObject([.. _tokens.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))]),
        };

    private string AsText()
    {
        string api = $"{_server.Address}repos/{FullName}";
        string check = _options.Checks.Count > 0 ? _options.Checks[0] : "build";
        return $$"""
            {{FullName}} is served at {{_server.Address}} until Ctrl+C. In another terminal:

              export GITHUB_API_URL={{_server.Address.ToString().TrimEnd('/')}}
              export GITHUB_GRAPHQL_URL={{_server.Address}}graphql
              export GITHUB_TOKEN={{_tokens["you"]}}
              git clone http://x-access-token:{{_tokens["you"]}}@{{_server.Address.Authority}}/{{FullName}}.git

            Play the reviewer (pull request 1):

              curl -H "Authorization: Bearer {{_tokens["reviewer"]}}" -d '{"event":"APPROVE"}' {{api}}/pulls/1/reviews

            Play the CI (the head of pull request 1):

              curl -H "Authorization: Bearer {{_tokens[
                "ci"
            ]}}" -d '{"context":"{{check}}","state":"success"}' {{api}}/statuses/$(git ls-remote http://x-access-token:{{_tokens[
                "ci"
            ]}}@{{_server.Address.Authority}}/{{FullName}}.git refs/pull/1/head | cut -f1)
            """;
    }
}
