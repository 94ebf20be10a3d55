using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Merging;

/// <summary>Merges pull requests with git plumbing, after asking the rules.</summary>
internal static class Merger
{
    /// <summary>Merges, or ends the request as GitHub does: 405 when it may not, 409 when the head is elsewhere.</summary>
    public static async Task<Merge> MergeAsync(HostedRepository repository, PullRequest pull, MergeRequest request, CancellationToken cancellationToken)
    {
        await RefuseAsync(repository, pull, request, cancellationToken);
        string @base = pull.BaseSha;
        string sha = await WriteAsync(repository, pull, request, cancellationToken) ?? throw ApiFailure.With(405, "Pull Request is not mergeable");
        if (!await repository.Git.UpdateRefAsync(GitRef.Heads + pull.BaseBranch, sha, @base, cancellationToken))
            throw ApiFailure.With(405, "Base branch was modified. Review and try the merge again.");

        repository.Record("pr_merge", GitRef.Heads + pull.BaseBranch, (@base, sha), request.By);
        DateTimeOffset now = repository.Hub.Now;
        pull.Merge = new Merge(sha, request.By, now);
        pull.AutoMerge = null;
        pull.Issue.Close(request.By, now);
        repository.PushedAt = now;
        await HeadWatcher.RefsMovedAsync(repository, request.By, cancellationToken);
        if (repository.Settings.DeleteBranchOnMerge)
            await DeleteHeadAsync(repository, pull, request.By, cancellationToken);

        return pull.Merge;
    }

    private static async Task RefuseAsync(HostedRepository repository, PullRequest pull, MergeRequest request, CancellationToken cancellationToken)
    {
        if (!pull.Issue.Open)
            throw ApiFailure.With(405, "Pull Request is not mergeable");

        if (request.ExpectedHead is { } expected && expected != pull.HeadSha)
            throw ApiFailure.With(409, "Head branch was modified. Review and try the merge again.");

        if (pull.Draft)
            throw ApiFailure.With(405, "Pull Request is still a draft");

        IReadOnlyList<BranchRules> rules = BranchRules.Binding(repository, GitRef.Heads + pull.BaseBranch, request.By);
        RefuseMethod(repository.Settings, rules, request.Method);
        await RefuseUnsignedAsync(repository, pull, rules, request.Method, cancellationToken);
        if (rules.Any(rule => rule.MergeQueue))
            throw ApiFailure.With(405, "Changes must be made through the merge queue");

        IReadOnlyList<string> unmet = await MergeGate.UnmetAsync(repository, pull, rules, cancellationToken);
        if (unmet.Count == 0)
            return;

        bool byRuleset = rules.Any(rule => rule.Ruleset is not null);
        throw ApiFailure.With(405, byRuleset ? $"Repository rule violations found\n\n{string.Join("\n\n", unmet)}\n\n" : string.Join(" ", unmet));
    }

    // GitHub signs its own merges and squashes; a rebase it cannot sign, and what it merges has to be signed already.
    private static async Task RefuseUnsignedAsync(
        HostedRepository repository,
        PullRequest pull,
        IReadOnlyList<BranchRules> rules,
        string method,
        CancellationToken cancellationToken
    )
    {
        if (!rules.Any(rule => rule.Signatures) || method == "squash")
            return;

        if (method == "rebase")
            throw ApiFailure.With(405, "Base branch requires signed commits. Rebase merges cannot be automatically signed by GitHub");

        if ((await repository.Git.Signatures.ListUnsignedAsync([pull.HeadSha, $"^{pull.BaseSha}"], cancellationToken)).Count > 0)
            throw ApiFailure.With(405, "Repository rule violations found\n\nCommits must have verified signatures.\n\n");
    }

    private static void RefuseMethod(RepositorySettings settings, IReadOnlyList<BranchRules> rules, string method)
    {
        (bool allowed, string name) = method switch
        {
            "merge" => (settings.AllowMergeCommit, "Merge commits"),
            "squash" => (settings.AllowSquashMerge, "Squash merges"),
            "rebase" => (settings.AllowRebaseMerge, "Rebase merges"),
            _ => throw ApiFailure.Invalid("PullRequest", "invalid", "merge_method"),
        };
        if (!allowed || rules.Any(rule => !rule.MergeMethods.Contains(method)))
            throw ApiFailure.With(405, $"{name} are not allowed on this repository.");
    }

    private static async Task<string?> WriteAsync(HostedRepository repository, PullRequest pull, MergeRequest request, CancellationToken cancellationToken)
    {
        string? tree = await repository.Git.History.MergedTreeAsync(pull.BaseSha, pull.HeadSha, cancellationToken);
        if (tree is null)
            return null;

        if (request.Method == "rebase")
            return await Rebaser.RebaseAsync(repository, pull, request.By, cancellationToken);

        DateTimeOffset now = repository.Hub.Now;
        var author = new Signature(request.By.Login, request.By.Email, now);
        var committer = new Signature("GitHub", "noreply@github.com", now);
        bool squash = request.Method == "squash";
        string message = squash ? await SquashMessageAsync(repository, pull, request, cancellationToken) : MergeMessage(repository, pull, request);
        string[] parents = squash ? [pull.BaseSha] : [pull.BaseSha, pull.HeadSha];
        return await repository.Git.WriteCommitAsync(new GitCommit("", tree, parents, author, committer, message), cancellationToken);
    }

    private static string MergeMessage(HostedRepository repository, PullRequest pull, MergeRequest request)
    {
        string title = request.Title ?? $"Merge pull request #{pull.Number} from {repository.Owner.Login}/{pull.HeadBranch}";
        return Join(title, request.Message ?? pull.Issue.Title);
    }

    private static async Task<string> SquashMessageAsync(
        HostedRepository repository,
        PullRequest pull,
        MergeRequest request,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string> shas = await repository.Git.History.CommitsAsync(pull.BaseSha, pull.HeadSha, cancellationToken);
        var messages = new List<string>();
        foreach (string sha in shas)
            messages.Add((await repository.Git.CommitAsync(sha, cancellationToken)).Message);

        // GitHub's default: one commit keeps its own message, several become a list under the pull request's title.
        string[] only = messages.Count == 1 ? messages[0].Split('\n', 2) : [];
        bool isByCommit = only.Length > 0 && repository.Settings.SquashTitle != "PR_TITLE";
        string title = request.Title ?? $"{(isByCommit ? only[0] : pull.Issue.Title)} (#{pull.Number})";
        string body = only.Length > 0 ? only.ElementAtOrDefault(1)?.Trim('\n') ?? "" : string.Join("\n\n", messages.Select(message => "* " + message));
        return Join(title, request.Message ?? body);
    }

    private static string Join(string title, string body) => body.Length == 0 ? title : $"{title}\n\n{body}";

    private static async Task DeleteHeadAsync(HostedRepository repository, PullRequest pull, Account by, CancellationToken cancellationToken)
    {
        string head = GitRef.Heads + pull.HeadBranch;
        if (BranchRules.Binding(repository, head, by).Any(rules => rules.NoDeletion))
            return;

        await repository.Git.UpdateRefAsync(head, sha: null, pull.HeadSha, cancellationToken);
        await HeadWatcher.RefsMovedAsync(repository, by, cancellationToken);
    }
}
