using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hotfix.Core.Errors;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Json;

namespace Hotfix.GitHub.Trust;

/// <summary>
/// The one place that says whose words count: ours are the App's that the settings name (without one, the workflows' own account), those of people who may
/// write here, and the credential's own. Every other bot is foreign. Each author is asked about once, and only when something would depend on it.
/// </summary>
internal sealed class Authors(GitHubConnection connection)
{
    private const string BotSuffix = "[bot]";
    private const string WorkflowsAccount = "github-actions[bot]";
    private readonly GitHubApi _api = new(connection);
    private readonly ConcurrentDictionary<string, bool> _writers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);
    private string? _viewer;

    /// <summary>Whoever GitHub names as the author of what this credential has just made is this credential.</summary>
    public void Made(string author) => _viewer = author.Length > 0 ? author : _viewer;

    /// <summary>What another answer of GitHub's has told already, so that nobody is asked about twice.</summary>
    public void Learn(string login, bool mayWrite) => _writers[login] = mayWrite;

    /// <summary>Whether it is known already whether somebody may write.</summary>
    public bool Know(string login) => _writers.ContainsKey(login);

    /// <summary>Whether a mark in a text of this author's counts; what does not count is said once, by its address.</summary>
    public async Task<bool> AreOursAsync(string login, string url, CancellationToken cancellationToken)
    {
        if (await AreOursAsync(login, cancellationToken))
            return true;

        if (_said.TryAdd(url, true))
            connection.Options.Notice($"{url} is not taken for this tool's: it is of {Describe(login)} and is left alone");

        return false;
    }

    /// <summary>Whether somebody may push here, and so has a say. What this credential may not ask is no.</summary>
    public async Task<bool> MayWriteAsync(string login, CancellationToken cancellationToken)
    {
        if (login.Length == 0)
            return false;

        if (!_writers.TryGetValue(login, out bool mayWrite))
            _writers[login] = mayWrite = await AskAsync(login, cancellationToken);

        return mayWrite;
    }

    /// <summary>Whether this credential is an App's.</summary>
    public async Task<bool> IsAppAsync(CancellationToken cancellationToken) =>
        (await ReadViewerAsync(cancellationToken))?.EndsWith(BotSuffix, StringComparison.Ordinal) == true;

    private async Task<bool> AreOursAsync(string login, CancellationToken cancellationToken)
    {
        if (login.Length == 0 || IsSame(login, _viewer))
            return login.Length > 0;

        if (!login.EndsWith(BotSuffix, StringComparison.Ordinal))
            return await MayWriteAsync(login, cancellationToken);

        string? app = await connection.Options.App(cancellationToken);
        return IsSame(login, app is null ? WorkflowsAccount : app + BotSuffix) || IsSame(login, await ReadViewerAsync(cancellationToken));
    }

    private async Task<bool> AskAsync(string login, CancellationToken cancellationToken)
    {
        var call = new Call($"ask whether {login} may write", _api.InRepository($"collaborators/{Uri.EscapeDataString(login)}/permission"));
        try
        {
            return await _api.FindAsync<PermissionAnswer>(call, cancellationToken) is { Permission: "admin" or "write" };
        }
        catch (HotfixException e) when (GitHubFailure.IsForbidden(e))
        {
            // Only who may write is told; everybody knows who they are.
            bool isViewer = IsSame(login, await ReadViewerAsync(cancellationToken));
            if (!isViewer && _said.TryAdd($"forbidden {login}", true))
                connection.Options.Notice($"Whether {login} may write is not told to this credential; what {login} wrote does not count. {e.Refusal.Why}");

            return isViewer;
        }
    }

    // REST tells an App's token nothing about itself; GraphQL does.
    private async Task<string?> ReadViewerAsync(CancellationToken cancellationToken)
    {
        if (_viewer is not null)
            return _viewer;

        var call = new GraphCall("read whose credential this is", GraphDocuments.Viewer, new JsonObject());
        try
        {
            _viewer = (await new GraphApi(_api).AskAsync(call, GraphJson.Default.GraphAnswerViewerData, cancellationToken)).Viewer?.Login;
        }
        catch (HotfixException e)
        {
            if (_said.TryAdd("viewer", true))
                connection.Options.Notice($"Whose credential this is could not be read: {e.Refusal.Why}");
        }

        return _viewer;
    }

    private static bool IsSame(string login, string? other) => string.Equals(login, other, StringComparison.OrdinalIgnoreCase);

    private static string Describe(string login) =>
        login.Length == 0 ? "an account that is gone"
        : login.EndsWith(BotSuffix, StringComparison.Ordinal) ? $"{login}, an App that the settings do not name (--hotfix-app),"
        : $"{login}, who may not write,";
}
