using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Deployments;

/// <summary>Environments: who lets runs through, how long they wait, and which refs may deploy.</summary>
internal sealed class Environments
{
    private readonly GitHubApi _api;

    /// <summary>The connection stays the caller's.</summary>
    public Environments(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
    }

    /// <summary>All of them, with what protects them. REST: <c>GET …/environments</c>.</summary>
    public async Task<IReadOnlyList<GitHubEnvironment>> ListAsync(CancellationToken cancellationToken)
    {
        List<GitHubEnvironment> found = [];
        await foreach (
            EnvironmentsAnswer page in _api.PagesAsync<EnvironmentsAnswer>(
                new Call("list the environments", _api.InRepository("environments?per_page=100")),
                cancellationToken
            )
        )
        {
            foreach (EnvironmentAnswer answer in page.Environments ?? [])
                found.Add(await CompleteAsync(answer, cancellationToken));
        }

        return found;
    }

    /// <summary><c>null</c> when there is none of that name. REST: <c>GET …/environments/{name}</c>.</summary>
    public async Task<GitHubEnvironment?> FindAsync(string name, CancellationToken cancellationToken)
    {
        EnvironmentAnswer? answer = await _api.FindAsync<EnvironmentAnswer>(new Call($"read the environment {name}", Path(name)), cancellationToken);
        return answer is null ? null : await CompleteAsync(answer, cancellationToken);
    }

    /// <summary>
    /// Makes the environment if it is missing, and leaves one that is there as it is: a person set it up. REST: <c>PUT …/environments/{name}</c>;
    /// needs administration.
    /// </summary>
    /// <param name="environment">Its <c>Id</c> and <c>Url</c> do not count; reviewers are logins.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="HotfixException">HF3101 when a reviewer is not known.</exception>
    public async Task<GitHubEnvironment> EnsureAsync(GitHubEnvironment environment, CancellationToken cancellationToken)
    {
        if (await FindAsync(environment.Name, cancellationToken) is { } present)
            return present;

        List<EnvironmentReviewerBody> reviewers = [];
        foreach (string login in environment.Reviewers)
            reviewers.Add(new EnvironmentReviewerBody("User", await FindUserAsync(environment.Name, login, cancellationToken)));

        var call = new Call($"make the environment {environment.Name}", Path(environment.Name), IsWrite: true);
        var body = new EnvironmentBody((int)environment.WaitTimer.TotalMinutes, environment.PreventsSelfReview, reviewers, PolicyOf(environment.BranchPolicy));
        await LostAnswer.RepeatAsync(_api.Connection, () => _api.PutAsync<EnvironmentAnswer>(call, body, cancellationToken), cancellationToken);
        await AddPatternsAsync(environment, cancellationToken);
        return await FindAsync(environment.Name, cancellationToken) ?? throw GitHubFailure.Unreadable(call, "It is not there after it was made.");
    }

    private static EnvironmentPolicyBody? PolicyOf(DeploymentBranchPolicy? policy) =>
        policy is null ? null : new EnvironmentPolicyBody(policy.ProtectedBranchesOnly, !policy.ProtectedBranchesOnly);

    private string Path(string name) => _api.InRepository($"environments/{Uri.EscapeDataString(name)}");

    private async Task<GitHubEnvironment> CompleteAsync(EnvironmentAnswer answer, CancellationToken cancellationToken)
    {
        bool takesSelected = answer.DeploymentBranchPolicy is { CustomBranchPolicies: true };
        return answer.ToEnvironment(_api.Owner, takesSelected ? await ReadPatternsAsync(answer.Name, cancellationToken) : null);
    }

    private async Task<BranchPoliciesAnswer> ReadPatternsAsync(string name, CancellationToken cancellationToken)
    {
        var call = new Call($"read which refs may deploy to {name}", $"{Path(name)}/deployment-branch-policies?per_page=100");
        return await _api.GetAsync<BranchPoliciesAnswer>(call, cancellationToken);
    }

    private async Task<long> FindUserAsync(string environment, string login, CancellationToken cancellationToken)
    {
        if (login.Contains('/', StringComparison.Ordinal))
            throw DeployErrors.NoReviewer(environment, login);

        AccountAnswer? user = await _api.FindAsync<AccountAnswer>(
            new Call($"find the user {login}", $"users/{Uri.EscapeDataString(login)}"),
            cancellationToken
        );
        return user?.Id ?? throw DeployErrors.NoReviewer(environment, login);
    }

    /// <summary>One by one; GitHub answers a pattern that is there with 303 and no other body, so they are compared first.</summary>
    private async Task AddPatternsAsync(GitHubEnvironment environment, CancellationToken cancellationToken)
    {
        if (environment.BranchPolicy is not { ProtectedBranchesOnly: false } policy)
            return;

        BranchPolicyBody[] wanted =
        [
            .. policy.Branches.Select(name => new BranchPolicyBody(name, "branch")),
            .. policy.Tags.Select(name => new BranchPolicyBody(name, "tag")),
        ];
        foreach (BranchPolicyBody pattern in wanted)
        {
            var call = new Call($"let {pattern.Name} deploy to {environment.Name}", $"{Path(environment.Name)}/deployment-branch-policies", IsWrite: true);
            await LostAnswer.SettleAsync(
                _api.Connection,
                async () =>
                    new Settled<BranchPoliciesAnswer.PolicyAnswer>(
                        await _api.PostAsync<BranchPoliciesAnswer.PolicyAnswer>(call, pattern, cancellationToken),
                        WasFound: false
                    ),
                async () =>
                    (await ReadPatternsAsync(environment.Name, cancellationToken)).BranchPolicies.FirstOrDefault(found =>
                        found.Name == pattern.Name && (found.Type ?? "branch") == pattern.Type
                    ),
                cancellationToken
            );
        }
    }
}
