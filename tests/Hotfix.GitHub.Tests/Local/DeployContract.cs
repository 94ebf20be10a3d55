using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Workflows;
using Hotfix.Testing;
using Hotfix.Testing.Contract;

namespace Hotfix.GitHub.Tests.Local;

public class EveryRequestAboutDeployments
{
    [ContractFact]
    public async Task IsOneThatGitHubDescribes()
    {
        List<ContractHandler> watchers = [];
        await using Shop shop = await Shop.StartWatchedAsync(watchers);
        shop.Work.Git(["checkout", "--quiet", "main"]);
        shop.Work.CommitFile(
            ".github/workflows/release.yml",
            "run-name: r ${{ inputs.id }}\non:\n  workflow_dispatch:\n    inputs:\n      id:\n        type: string\n  repository_dispatch:\n",
            "ci: release",
            TempRepository.Day(2)
        );
        shop.Work.Git(["push", "--quiet", "origin", "main"]);

        await DeployAsync(shop);
        await RunAsync(shop);
        await WriteAsync(shop);

        Assert.Empty(watchers.SelectMany(watcher => watcher.Findings));
        Assert.Superset(
            new HashSet<string>([
                "repos/create-deployment",
                "repos/create-deployment-status",
                "repos/create-or-update-environment",
                "repos/create-deployment-branch-policy",
                "actions/create-repo-variable",
                "actions/update-repo-variable",
                "actions/create-workflow-dispatch",
                "repos/create-dispatch-event",
                "actions/get-pending-deployments-for-run",
                "actions/cancel-workflow-run",
                "actions/re-run-workflow-failed-jobs",
                "issues/create",
                "issues/update",
                "issues/create-comment",
                "issues/update-comment",
            ]),
            watchers.SelectMany(watcher => watcher.Operations).ToHashSet(StringComparer.Ordinal)
        );
    }

    private static async Task DeployAsync(Shop shop)
    {
        await new Environments(shop.Connect("acme")).EnsureAsync(
            new GitHubEnvironment(0, "production", "")
            {
                Reviewers = ["grace"],
                BranchPolicy = new DeploymentBranchPolicy(ProtectedBranchesOnly: false, ["main"], ["v*"]),
            },
            CancellationToken.None
        );
        await new Environments(shop.Connect("ada")).ListAsync(CancellationToken.None);
        var deployments = new DeploymentCalls(shop.Connect("ada"));
        Deployment made = await deployments.CreateAsync(new NewDeployment("production", shop.Head, "run-1", "v1", IsProduction: true), CancellationToken.None);
        await deployments.ReportAsync(made.Id, new DeploymentStatus(0, DeploymentState.Succeeded, "", "", default), CancellationToken.None);
        await deployments.FindAsync(made.Id, CancellationToken.None);
        var variables = new Variables(shop.Connect("ada"));
        foreach (string value in (string[])["a", "b"])
            await variables.SetAsync("DEPLOYED", value, environment: null, CancellationToken.None);
    }

    private static async Task RunAsync(Shop shop)
    {
        var workflows = new WorkflowCalls(shop.Connect("ada"));
        var dispatch = new WorkflowDispatch("release.yml", BranchName.Parse("main"), new Dictionary<string, string>(), "hotfix-1") { CorrelationInput = "id" };
        WorkflowRun run = await workflows.DispatchAsync(dispatch, CancellationToken.None);
        await workflows.ListGatesAsync(run.Id, CancellationToken.None);
        await workflows.ListJobsAsync(run.Id, CancellationToken.None);
        await workflows.CancelAsync(run.Id, CancellationToken.None);
        await workflows.RerunFailedAsync(run.Id, attempt: 1, CancellationToken.None);
        await workflows.SendEventAsync("release", new Dictionary<string, string> { ["sha"] = "1" }, CancellationToken.None);
    }

    private static async Task WriteAsync(Shop shop)
    {
        var issues = new IssueCalls(shop.Connect("ada"));
        Issue issue = await issues.CreateAsync(new NewIssue(new Marker("x"), "t", "b", ["hotfix"], ["ada"]), CancellationToken.None);
        await issues.UpdateAsync(
            issue.Number,
            new IssueChange
            {
                Title = "u",
                Body = "c",
                IsOpen = false,
                WasDone = false,
                Labels = ["a"],
            },
            CancellationToken.None
        );
        foreach (string text in (string[])["a", "b"])
            await new Comments(shop.Connect("ada")).PutAsync(issue.Number, new Marker("y"), text, CancellationToken.None);
    }
}
