using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Doctoring;

/// <summary>Whether this machine and this credential can do it at all: git, the clock, the token, the repository.</summary>
internal static partial class CredentialFindings
{
    private static readonly Version OldestGit = new(2, 38);
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(2);

    public static IEnumerable<Finding> Of(DoctorFacts facts)
    {
        yield return Git(facts.GitVersion);
        if (facts.NoGitHub is { } none)
            yield return Finding.Stop("HF4210", $"GitHub cannot be asked: {none.What}", $"everything behind 'CreateHotfixBranch' ({none.Why})", none.Next);

        if (facts.NoRemote is { } why)
        {
            yield return Finding.Stop(
                "HF4245",
                $"git cannot read the remote: {why}",
                "everything: nothing can be fetched or pushed",
                "Make 'git ls-remote' work: gh auth login && gh auth setup-git, or set GITHUB_TOKEN"
            );
        }

        foreach (Finding finding in facts.Server is { } server ? OfServer(server, facts.Expected) : [])
            yield return finding;

        foreach (Finding finding in facts.Repository is { } repository ? OfRepository(repository, facts) : [])
            yield return finding;
    }

    private static Finding Git(string said)
    {
        Match match = Numbers().Match(said);
        if (!match.Success || !Version.TryParse(match.Value, out Version? version))
        {
            return Finding.Unseen(
                "git's version",
                said.Length == 0 ? "git did not say" : $"it says '{said}'",
                "Install git 2.38 or newer: https://git-scm.com/downloads"
            );
        }

        return version >= OldestGit
            ? Finding.Ok($"git {version}")
            : Finding.Stop(
                "HF4235",
                $"git is {version}",
                "cherry-picks and previews, which need git-merge-tree(1) --write-tree of 2.38",
                "Install git 2.38 or newer: https://git-scm.com/downloads"
            );
    }

    private static IEnumerable<Finding> OfServer(Reading<ServerGreeting> reading, DoctorExpectations expected)
    {
        if (reading is not { Unreadable: null, Value: { } server })
        {
            yield return Finding.Unseen("the credential", reading.Unreadable ?? "no answer", "Set GITHUB_TOKEN, or: gh auth login && gh auth setup-git");
            yield break;
        }

        yield return Finding.Ok(server.Login is { } login ? $"the credential is {login}'s" : "the credential is an App's, or a workflow's own");
        yield return Finding.Ok(
            expected.App is { } app
                ? $"of bots, only {app}[bot] is believed, the App that the settings name"
                : "the settings name no App (--hotfix-app): of bots, only github-actions[bot] is believed, which every workflow of this repository writes as"
        );
        foreach (Finding finding in Scopes(server.Scopes))
            yield return finding;

        yield return Clock(server);
    }

    private static IEnumerable<Finding> Scopes(IReadOnlyList<string>? scopes)
    {
        if (scopes is null)
        {
            yield return Finding.Ok("the server names no scopes: a fine-grained token, or an App's; what it may not do shows below");
            yield break;
        }

        if (!scopes.Contains("repo") && !scopes.Contains("public_repo"))
        {
            yield return Finding.Stop(
                "HF4213",
                $"the token has no scope 'repo' (it has {Names(scopes)})",
                "pushing, pull requests and releases of a private repository",
                "gh auth refresh --scopes repo,workflow, or a new token at https://github.com/settings/tokens"
            );
        }
        else if (!scopes.Contains("workflow"))
        {
            yield return Finding.Warn(
                "HF4214",
                $"the token has no scope 'workflow' (it has {Names(scopes)})",
                "pushing a branch cut from an old commit, whose workflow files differ from those of other branches",
                "gh auth refresh --scopes repo,workflow, or a new token at https://github.com/settings/tokens"
            );
        }
        else
        {
            yield return Finding.Ok($"the token's scopes are {Names(scopes)}");
        }
    }

    private static Finding Clock(ServerGreeting server)
    {
        if (server.ServerTime is not { } there)
            return Finding.Unseen("the server's clock", "its answer has no date", "Compare the clock of this machine with another");

        TimeSpan skew = (server.LocalTime - there).Duration();
        string apart = string.Create(CultureInfo.InvariantCulture, $"{skew.TotalMinutes:0.#} minutes");
        return skew <= MostSkew
            ? Finding.Ok("the clock here agrees with the server's")
            : Finding.Warn(
                "HF4230",
                $"the clock here is {apart} {(server.LocalTime > there ? "ahead of" : "behind")} the server's",
                "due dates, grace periods and an App's tokens, which are only good for minutes",
                "timedatectl set-ntp true (w32tm /resync on Windows)"
            );
    }

    private static IEnumerable<Finding> OfRepository(Reading<RepositorySettings> reading, DoctorFacts facts)
    {
        if (reading is not { Unreadable: null, Value: { } repository })
        {
            yield return Finding.Stop(
                "HF4215",
                $"the repository cannot be read: {reading.Unreadable}",
                "everything",
                "Check the remote's address and the token: git remote -v"
            );
            yield break;
        }

        if (repository.IsArchived)
        {
            yield return Finding.Stop(
                "HF4216",
                $"{repository.FullName} is archived",
                "every push, pull request and release: it is read-only",
                $"An administrator can take that back: {facts.Web}/settings"
            );
        }

        yield return repository.CanPush
            ? Finding.Ok($"this credential may push to {repository.FullName}, or belongs to an App, which is told when it pushes")
            : Finding.Stop(
                "HF4212",
                $"this credential may not push to {repository.FullName}",
                "pushing the branch, merging, tagging and releasing",
                $"Ask an administrator for the role 'write': {facts.Web}/settings/access"
            );
    }

    private static string Names(IReadOnlyList<string> scopes) => scopes.Count == 0 ? "none" : string.Join(", ", scopes);

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
