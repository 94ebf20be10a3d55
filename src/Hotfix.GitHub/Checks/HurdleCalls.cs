using System.Text.Json.Nodes;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Json;

namespace Hotfix.GitHub.Checks;

/// <summary>Asks by one request which kinds of hurdles there are at all: mostly none, and then nothing of that kind need be listed.</summary>
internal sealed class HurdleCalls(GitHubApi api)
{
    private readonly GraphApi _graph = new(api);

    /// <summary>GraphQL, so for a first look: what is waited for is polled by REST, conditionally. Where GraphQL does not answer, nothing is known.</summary>
    /// <param name="commit">The one that is to be released.</param>
    /// <param name="labels">Of the issues that lock releases, and of those that stand for a debt.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Hurdles> AskAsync(CommitSha commit, (string Lock, string Debt) labels, CancellationToken cancellationToken)
    {
        var variables = new JsonObject
        {
            ["owner"] = api.Owner,
            ["name"] = api.Name,
            ["commit"] = commit.Value,
            ["locks"] = new JsonArray(labels.Lock),
            ["debts"] = new JsonArray(labels.Debt),
        };
        var call = new GraphCall($"read what stands in the way of {commit.Short}", GraphDocuments.Hurdles, variables);
        try
        {
            HurdlesData data = await _graph.AskAsync(
                call,
                GraphJson.Default.GraphAnswerHurdlesData,
                answer => answer.Repository is not null,
                cancellationToken
            );
            return new Hurdles(
                data.Repository?.Object is { } found ? found.Status is not null : null,
                data.Repository?.Locks is { } locks ? locks.TotalCount > 0 : null,
                data.Repository?.Debts is { } debts ? debts.TotalCount > 0 : null
            );
        }
        catch (HotfixException)
        {
            // REST is asked for everything then, and says what is wrong.
            return Hurdles.Unknown;
        }
    }
}
