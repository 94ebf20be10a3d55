using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Merging;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>Auto-merge, the merge queue and the end of a draft, which have no REST operations; and a merge, as the command line client asks for it.</summary>
internal static class GraphMutations
{
    /// <summary>Those that the server has.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "enablePullRequestAutoMerge",
        "disablePullRequestAutoMerge",
        "enqueuePullRequest",
        "dequeuePullRequest",
        "markPullRequestReadyForReview",
        "mergePullRequest",
    ];

    /// <summary>Those that name a conversation.</summary>
    public static IReadOnlyList<string> OfThreads { get; } = ["resolveReviewThread", "unresolveReviewThread"];

    /// <summary>Runs one of <see cref="Names"/>. The caller holds the gate and may push.</summary>
    public static async Task<JsonObject> RunAsync(string name, GraphChange change, CancellationToken cancellationToken)
    {
        if (
            name is "enablePullRequestAutoMerge" or "enqueuePullRequest" or "mergePullRequest"
            && change.Input["expectedHeadOid"]?.GetValue<string>() is { } expected
            && expected != change.Pull.HeadSha
        )
        {
            throw Refuse("Pull request Head branch was modified. Review and try again.");
        }

        switch (name)
        {
            case "enablePullRequestAutoMerge":
                await EnableAsync(change, cancellationToken);
                break;
            case "disablePullRequestAutoMerge":
                change.Pull.AutoMerge = null;
                change.Pull.Issue.UpdatedAt = change.View.Repository.Hub.Now;
                break;
            case "markPullRequestReadyForReview":
                change.Pull.Draft = false;
                change.Pull.Issue.UpdatedAt = change.View.Repository.Hub.Now;
                break;
            case "mergePullRequest":
                await MergeAsync(change, cancellationToken);
                break;
            case "enqueuePullRequest":
                await EnqueueAsync(change, cancellationToken);
                break;
            default:
                return await DequeueAsync(change, cancellationToken);
        }

        if (name != "enqueuePullRequest")
        {
            return new JsonObject
            {
                ["clientMutationId"] = change.Input["clientMutationId"]?.DeepClone(),
                ["pullRequest"] = await GraphPullRequest.OfAsync(change.Pull, change.View, cancellationToken),
            };
        }

        QueueEntry? entry = change.View.Repository.Queue.FirstOrDefault(candidate => candidate.Pull == change.Pull);
        return new JsonObject
        {
            ["clientMutationId"] = change.Input["clientMutationId"]?.DeepClone(),
            ["mergeQueueEntry"] = GraphPullRequest.QueueEntry(change.View.Repository, entry),
        };
    }

    private static async Task EnableAsync(GraphChange change, CancellationToken cancellationToken)
    {
        HostedRepository repository = change.View.Repository;
        if (!repository.Settings.AllowAutoMerge)
            throw Refuse("Pull request Auto merge is not allowed for this repository");

        if (!change.Pull.Issue.Open)
            throw Refuse("Pull request Pull request is closed");

        Mergeability mergeability = await Mergeability.ComputeAsync(repository, change.Pull, cancellationToken);
        if (mergeability.State is "clean" or "unstable")
            throw Refuse($"Pull request Pull request is in {mergeability.State} status");

        string method = change.Input["mergeMethod"]?.GetValue<string>().ToLowerInvariant() ?? "merge";
        string? title = change.Input["commitHeadline"]?.GetValue<string>();
        change.Pull.Issue.UpdatedAt = repository.Hub.Now;
        change.Pull.AutoMerge = new AutoMerge(change.User, method, title, change.Input["commitBody"]?.GetValue<string>(), repository.Hub.Now);
    }

    private static async Task MergeAsync(GraphChange change, CancellationToken cancellationToken)
    {
        var merge = new MergeRequest(change.User, change.Input["mergeMethod"]?.GetValue<string>().ToLowerInvariant() ?? "merge")
        {
            Title = change.Input["commitHeadline"]?.GetValue<string>(),
            Message = change.Input["commitBody"]?.GetValue<string>(),
            ExpectedHead = change.Input["expectedHeadOid"]?.GetValue<string>(),
        };
        try
        {
            await Merger.MergeAsync(change.View.Repository, change.Pull, merge, cancellationToken);
        }
        catch (Http.ApiFailure failure)
        {
            throw Refuse($"Pull request {failure.Message}");
        }
    }

    private static async Task EnqueueAsync(GraphChange change, CancellationToken cancellationToken)
    {
        HostedRepository repository = change.View.Repository;
        IReadOnlyList<BranchRules> rules = BranchRules.For(repository, GitRef.Heads + change.Pull.BaseBranch);
        if (!rules.Any(rule => rule.MergeQueue))
            throw Refuse("Merge queue is not enabled for this branch");

        if (repository.Queue.Any(entry => entry.Pull == change.Pull))
            throw Refuse("Pull request is already in the merge queue");

        IReadOnlyList<string> unmet = await MergeGate.UnmetAsync(repository, change.Pull, rules, cancellationToken);
        if (unmet.Count > 0)
            throw Refuse(string.Join(" ", unmet));

        bool jump = change.Input["jump"]?.GetValue<bool>() == true;
        if (jump && repository.RoleOf(change.User) < Role.Admin)
            throw new GraphFailure("FORBIDDEN", $"{change.User.Login} does not have permission to jump the merge queue");

        var added = new QueueEntry(repository.Hub.NextId(), change.Pull, change.User, repository.Hub.Now) { Jumped = jump };
        change.Pull.Issue.UpdatedAt = repository.Hub.Now;
        repository.Queue.Insert(jump ? 0 : repository.Queue.Count, added);
        await Automatic.AdvanceAsync(repository, cancellationToken);
    }

    private static async Task<JsonObject> DequeueAsync(GraphChange change, CancellationToken cancellationToken)
    {
        HostedRepository repository = change.View.Repository;
        QueueEntry entry = repository.Queue.FirstOrDefault(candidate => candidate.Pull == change.Pull)
            ?? throw Refuse("Pull request is not in the merge queue");
        JsonObject? shape = GraphPullRequest.QueueEntry(repository, entry);
        await Automatic.LeaveQueueAsync(
            repository,
            change.Pull,
            new QueueRemoval(repository.Hub.NextId(), change.User, "manual", repository.Hub.Now),
            cancellationToken
        );
        return new JsonObject { ["clientMutationId"] = change.Input["clientMutationId"]?.DeepClone(), ["mergeQueueEntry"] = shape };
    }

    private static GraphFailure Refuse(string message) => new("UNPROCESSABLE", message);
}
