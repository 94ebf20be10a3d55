using Hotfix.Core.Errors;
using Hotfix.Git.Parsing;

namespace Hotfix.Git.Reading;

/// <summary>Which remote is meant: the one that was named, the only one, <c>origin</c> among several, or the one that the current branch follows.</summary>
internal static class RemoteSelection
{
    private const string Usual = "origin";

    public static async Task<SelectedRemote> SelectAsync(GitCommandLine git, string? name, CancellationToken cancellationToken)
    {
        GitResult listed = await git.RunAsync(["remote", "--verbose"], cancellationToken);
        if (!listed.IsSuccess)
            throw GitErrors.NoRepository(git.WorkingDirectory, listed);

        IReadOnlyDictionary<string, RemoteList> remotes = RemoteList.Parse(listed.Output);
        string chosen = name
            ?? (remotes.Count == 1 ? remotes.Keys.Single() : null)
            ?? (remotes.ContainsKey(Usual) ? Usual : null)
            ?? await FollowedAsync(git, remotes, cancellationToken);
        if (!remotes.TryGetValue(chosen, out RemoteList? remote))
            throw Unknown(chosen, remotes.Keys);

        // A push by SSH to what is read by HTTPS is one place; anything else would be looked at here and changed there.
        return remote.Pushes.FirstOrDefault(push => RemoteAddress.Place(push) != RemoteAddress.Place(remote.Fetch)) is { } other
            ? throw PushedElsewhere(chosen, RemoteAddress.ForPeople(remote.Fetch), RemoteAddress.ForPeople(other))
            : new SelectedRemote(chosen, RemoteAddress.ForPeople(remote.Fetch));
    }

    private static async Task<string> FollowedAsync(GitCommandLine git, IReadOnlyDictionary<string, RemoteList> remotes, CancellationToken cancellationToken)
    {
        if (remotes.Count == 0)
        {
            throw new HotfixException(
                "HF2010",
                what: $"The clone at '{git.WorkingDirectory}' has no remote; nothing was changed.",
                why: "'git remote' lists none, and a hotfix starts from what the remote has.",
                next: "Run 'git remote add origin <address>' with the repository's address."
            );
        }

        GitResult head = await git.RunAsync(["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken);
        GitResult followed = await git.RunAsync(["config", "--get", $"branch.{head.Line}.remote"], cancellationToken);
        return head.IsSuccess && followed.IsSuccess && remotes.ContainsKey(followed.Line)
            ? followed.Line
            : throw new HotfixException(
                "HF2011",
                what: "The clone has several remotes and it is not clear which one is meant; nothing was changed.",
                why: $"There are {string.Join(", ", remotes.Keys)}; none is called origin, and the current branch follows none of them.",
                next: $"Name one with '--remote', for example '--remote {remotes.Keys.First()}'."
            );
    }

    private static HotfixException PushedElsewhere(string name, string fetch, string push) =>
        new(
            "HF1140",
            what: $"The remote '{name}' is read from {fetch} and pushed to {push}; nothing was changed.",
            why: "What is looked at has to be what is changed: remote.<name>.pushurl, or url.<base>.pushInsteadOf, sends pushes elsewhere.",
            next: $"Name another remote with --remote, or let both be one: git remote set-url --push {name} {fetch}"
        );

    private static HotfixException Unknown(string name, IEnumerable<string> known) =>
        new(
            "HF2012",
            what: $"There is no remote called '{name}'; nothing was changed.",
            why: $"'git remote' lists: {string.Join(", ", known.DefaultIfEmpty("none"))}.",
            next: "Name one of them with '--remote', or add it with 'git remote add'."
        );
}
