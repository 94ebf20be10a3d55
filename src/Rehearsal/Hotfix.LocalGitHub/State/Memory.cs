using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Routes;

namespace Hotfix.LocalGitHub.State;

/// <summary>Puts a past into a repository. The caller holds the gate.</summary>
internal sealed class Memory(HostedRepository repository)
{
    public void Take(Past past)
    {
        foreach (PastPullRequest pull in past.PullRequests)
            Add(pull);

        foreach (PastDeployment deployment in past.Deployments)
            Add(deployment, Account(past.Actor));

        foreach ((string tag, string sha, DateTimeOffset at) in past.Releases)
        {
            repository.Releases.Add(
                new Release(NextId(), Account(past.Actor), at)
                {
                    TagName = tag,
                    TargetCommitish = sha,
                    Name = tag,
                    Body = "",
                    PublishedAt = at,
                }
            );
        }

        foreach (PastIssue issue in past.Issues)
            Add(issue, Account(past.Actor));
    }

    private void Add(PastPullRequest past)
    {
        var issue = new Issue(NextId(), repository.NextNumber(), Account(past.Author), past.OpenedAt) { Title = past.Title };
        var pull = new PullRequest(NextId(), issue)
        {
            BaseBranch = past.BaseBranch,
            HeadBranch = past.HeadBranch,
            BaseSha = past.BaseSha,
            HeadSha = past.HeadSha,
            HeadMovedAt = past.OpenedAt,
            Merge = new Merge(past.MergeSha, Account(past.Author), past.MergedAt),
        };
        issue.Close(Account(past.Author), past.MergedAt);
        issue.Comments.AddRange(past.Comments.Select(body => new Comment(NextId(), Account(past.Author), body, past.OpenedAt)));
        pull.Reviews.AddRange(
            past.Approvals.Select(approval => new Review(NextId(), Account(approval.Login), past.HeadSha)
            {
                Body = "",
                State = Review.Approved,
                SubmittedAt = approval.At,
            })
        );
        foreach ((string name, DateTimeOffset from, DateTimeOffset to) in past.Checks)
        {
            var suite = new CheckSuite(NextId(), past.HeadSha, past.HeadBranch, AppId: 1, from);
            repository.CheckSuites.Add(suite);
            repository.CheckRuns.Add(
                new CheckRun(NextId(), past.HeadSha, suite)
                {
                    Name = name,
                    Status = "completed",
                    Conclusion = "success",
                    StartedAt = from,
                    CompletedAt = to,
                }
            );
        }

        repository.Issues[issue.Number] = issue;
        repository.PullRequests[issue.Number] = pull;
    }

    private void Add(PastDeployment past, Account actor)
    {
        Deployment deployment = repository.Deploying.Add(
            new Deployment(NextId(), past.Environment, past.Sha, actor)
            {
                Ref = past.Sha,
                CreatedAt = past.AskedAt,
                UpdatedAt = past.SucceededAt,
                Payload = JsonNode.Parse(past.Payload)!,
            }
        );
        deployment.Statuses.Add(new DeploymentStatus(NextId(), "success", actor, past.SucceededAt) { Environment = past.Environment });
    }

    private void Add(PastIssue past, Account actor)
    {
        var issue = new Issue(NextId(), repository.NextNumber(), actor, past.OpenedAt) { Title = past.Title, Body = past.Body };
        issue.Labels.Add(LabelRoutes.Ensure(repository, past.Label));
        if (past.ClosedAt is { } closed)
            issue.Close(actor, closed);

        repository.Issues[issue.Number] = issue;
    }

    private long NextId() => repository.Hub.NextId();

    private Account Account(string login) => repository.Hub.Account(login);
}
