using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Serilog;

namespace Hotfix.Components.Running;

/// <summary>
/// The settings as the tip of the standard base has them. What judges a branch is read there: never from the branch that is judged, nor from a support
/// branch, which may be older than the settings. A value that was typed can only be stricter.
/// </summary>
internal sealed class BaseSettings
{
    /// <summary>In the engine's own folder.</summary>
    public const string FileName = "parameters.json";
    private static readonly JsonDocumentOptions ByHand = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private readonly Func<string, bool> _isGiven;
    private readonly JsonObject _base;
    private readonly JsonObject _here;
    private readonly string _place;
    private readonly HashSet<string> _said = [];

    private BaseSettings(Place here, RemoteRefs remote, string place, JsonObject @base)
    {
        Remote = remote;
        _isGiven = here.IsGiven;
        _place = place;
        _base = @base;
        _here = Parse(here.Text) ?? [];
    }

    /// <summary>The remote as it was found.</summary>
    public RemoteRefs Remote { get; }

    /// <summary>Reads them; <c>null</c> where the base has no such file, or the remote cannot be asked: whoever needs it says why.</summary>
    public static Task<BaseSettings?> ReadAsync(GitReader git, Place here, HotfixRequest request, CancellationToken cancellationToken) =>
        MovingRefs.LookAsync(() => ReadOnceAsync(git, here, request, cancellationToken));

    private static async Task<BaseSettings?> ReadOnceAsync(GitReader git, Place here, HotfixRequest request, CancellationToken cancellationToken)
    {
        RemoteRefs remote;
        try
        {
            remote = await git.ReadRemoteAsync(request.Remote, cancellationToken);
        }
        catch (HotfixException)
        {
            return null;
        }

        // In the exceptional lane a support branch, a tag or a commit may be named: what judges it is in the standard base all the same.
        bool isNamed =
            request.BaseBranch is { } given
            && given.Value != TextOf(Parse(here.Text)?["Base"])
            && remote.Conventions.Support.LineOf(given) is null
            && remote.Tip(given) is not null;
        return await ReadAsync(git, here, remote, isNamed ? request.BaseBranch : remote.DefaultBranch, cancellationToken);
    }

    public int Number(string name, int? value, int unset)
    {
        int wanted = NumberOf(_base[name]) ?? unset;
        return IsTyped(name, $"{value}", $"{NumberOf(_here[name])}") && value is { } typed ? Math.Min(typed, wanted) : Say(name, value ?? unset, wanted);
    }

    public bool Demand(string name, bool? value, bool unset)
    {
        bool wanted = FlagOf(_base[name]) ?? unset;
        return IsTyped(name, $"{value}", $"{FlagOf(_here[name])}") && value is { } typed ? typed || wanted : Say(name, value ?? unset, wanted);
    }

    public IReadOnlyList<string> List(string name, IReadOnlyList<string>? value, IReadOnlyList<string> unset)
    {
        IReadOnlyList<string> wanted = ListOf(_base[name]) ?? unset;
        if (IsTyped(name, Joined(value), Joined(ListOf(_here[name]))) && value is not null)
            return [.. wanted.Union(value)];

        Say(name, Joined(value ?? unset), Joined(wanted));
        return wanted;
    }

    /// <summary>A text is neither stricter nor less strict: what was typed counts.</summary>
    public string? Text(string name, string? value) => IsTyped(name, value, TextOf(_here[name])) ? value : Say(name, value, TextOf(_base[name]));

    /// <summary>Whom to believe: the base's word counts before one that was typed.</summary>
    public string? Trusted(string name, string? value) => TextOf(_base[name]) ?? (IsTyped(name, value, TextOf(_here[name])) ? value : null);

    private static async Task<BaseSettings?> ReadAsync(GitReader git, Place here, RemoteRefs remote, BranchName? branch, CancellationToken cancellationToken)
    {
        if (branch is null || remote.Tip(branch) is not { } tip)
            return null;

        await git.FetchAsync(remote, [branch], [], cancellationToken);
        if (await ReadFileAsync(git, here, tip, cancellationToken) is not { } settings)
            return null;

        // The default branch may say that releases are made from another one.
        return
            branch == remote.DefaultBranch
            && BranchName.TryParse(TextOf(settings["Base"]), out BranchName? other)
            && other != branch
            && remote.Tip(other) is not null
            ? await ReadAsync(git, here, remote, other, cancellationToken)
            : new BaseSettings(here, remote, $"{branch} ({tip.Short})", settings);
    }

    // From the build's own folder, which need not be the repository's root; the engine's first folder that has the file counts.
    private static async Task<JsonObject?> ReadFileAsync(GitReader git, Place here, CommitSha tip, CancellationToken cancellationToken)
    {
        foreach (string folder in here.Folders)
        {
            if (await git.ReadFileAsync(tip, $"./{folder}/{FileName}", cancellationToken) is { } text)
                return Parse(text);
        }

        return null;
    }

    private static JsonObject? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text, documentOptions: ByHand) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Typed, set for the process, or said by the build's own code; else it is what the file here says.
    private bool IsTyped(string name, string? value, string? here) => _isGiven(name) || (value ?? "") != (here ?? "");

    private T Say<T>(string name, T here, T wanted)
    {
        if (!Equals(here, wanted) && _said.Add(name))
            Log.Information("{Name:l} is {Wanted:l}, as {Place:l} has it; what parameters.json says here does not count", name, $"{wanted}", _place);

        return wanted;
    }

    private static string Joined(IReadOnlyList<string>? list) => list is null ? "" : string.Join(',', list);

    private static int? NumberOf(JsonNode? node) =>
        int.TryParse(TextOf(node), System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    private static bool? FlagOf(JsonNode? node) => bool.TryParse(TextOf(node), out bool flag) ? flag : null;

    private static string? TextOf(JsonNode? node) => node is JsonValue value ? $"{value}" : null;

    private static string[]? ListOf(JsonNode? node) =>
        node switch
        {
            JsonArray list => [.. list.Select(item => $"{item}")],
            JsonValue value => $"{value}".Split(','),
            _ => null,
        };

    /// <summary>What this run was given.</summary>
    /// <param name="Text">The file as it is here; <c>null</c> when there is none.</param>
    /// <param name="IsGiven">Whether a parameter of that name was typed, or set for the process.</param>
    internal sealed record Place(string? Text, Func<string, bool> IsGiven)
    {
        /// <summary>Folders in which the file may lie, the first counts: those of the engine.</summary>
        public IReadOnlyList<string> Folders { get; init; } = Guards.EngineKind.Folders;
    }
}
