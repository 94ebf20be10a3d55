using System.Net;
using System.Net.Http.Json;
using System.Text;
using Hotfix.Testing.Contract;
using Octokit;

namespace Hotfix.LocalGitHub.Tests;

/// <summary>
/// Every test of this project compares each answer with GitHub's description when the lab is disposed; these add what the others do not ask for.
/// </summary>
public sealed class Contract
{
    [ContractFact]
    public async Task CoversEveryReadOfAFullRepository()
    {
        await using Lab lab = await Lab.StartAsync();
        (PullRequest pull, Release release) = await FillAsync(lab);
        using HttpClient http = lab.Http("acme");
        string sha = pull.Head.Sha;
        string[] paths =
        [
            "",
            "/branches",
            "/branches/main",
            "/branches/main/protection",
            "/rules/branches/main",
            "/rulesets",
            "/tags",
            "/labels",
            "/labels/hotfix",
            "/collaborators/rita/permission",
            "/git/ref/heads/main",
            "/git/matching-refs/heads",
            "/git/ref/tags/v1.0.0",
            "/commits",
            $"/commits/{sha}",
            $"/commits/{sha}/pulls",
            $"/git/commits/{sha}",
            "/compare/main...topic",
            "/contents/app.txt",
            "/contents/",
            "/pulls",
            "/pulls/1",
            "/pulls/1/commits",
            "/pulls/1/files",
            "/pulls/1/reviews",
            "/pulls/1/requested_reviewers",
            "/issues",
            "/issues/1",
            "/issues/1/comments",
            "/issues/1/labels",
            $"/commits/{sha}/check-runs",
            $"/commits/{sha}/check-suites",
            $"/commits/{sha}/status",
            $"/commits/{sha}/statuses",
            "/releases",
            "/releases/latest",
            "/releases/tags/v1.0.0",
            $"/releases/{release.Id}",
            $"/releases/{release.Id}/assets",
            "/deployments",
            "/environments",
            "/environments/production",
            "/environments/production/variables",
            "/actions/variables",
            "/actions/workflows",
            "/actions/runs",
            "/actions/workflows/ci.yml",
            "/actions/workflows/ci.yml/runs",
        ];

        var unexpected = new List<string>();
        foreach (string path in paths)
        {
            HttpResponseMessage answer = await http.GetAsync($"/repos/acme/shop{path}");
            if (answer.StatusCode != HttpStatusCode.OK)
                unexpected.Add($"{path}: {(int)answer.StatusCode}");
        }

        foreach (string path in (string[])["/user", "/users/dev", "/rate_limit", "/meta"])
            await http.GetAsync(path);

        Assert.Empty(unexpected);
        Assert.True(lab.Operations.Count > 45, $"Only {lab.Operations.Count} operations were compared.");
    }

    [ContractFact]
    public async Task ReportsWhatIsMissingAndWhatIsMadeUp()
    {
        var stub = new Canned("""{"sha":1,"merged":true,"mergedAt":"now"}""");
        using var handler = new ContractHandler(ContractChecker.Instance!, stub) { Counts = _ => false };
        using var http = new HttpClient(handler);

        await http.PutAsJsonAsync("http://127.0.0.1/repos/o/r/pulls/1/merge", new { mergeMethod = "squash" });

        string[] findings = [.. handler.Findings.Select(finding => finding.ToString())];
        Assert.Contains("pulls/merge: request #.mergeMethod: not declared", findings);
        Assert.Contains(findings, finding => finding.Contains("StringExpected", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains("PropertyRequired", StringComparison.Ordinal));
        Assert.Contains("pulls/merge 200: #.mergedAt: not declared", findings);
    }

    private static async Task<(PullRequest Pull, Release Release)> FillAsync(Lab lab)
    {
        lab.Work.CommitFile(".github/workflows/ci.yml", "name: CI\non: [push, workflow_dispatch]\n", "ci: add");
        lab.Work.Git(["push", "--quiet", "origin", "HEAD:main"]);
        lab.Server.ProtectBranch(
            Lab.Repository,
            "main",
            new BranchProtectionRule
            {
                RequiredApprovals = 1,
                RequiredChecks = [new("build", 15368), new("lint")],
                Strict = true,
            }
        );
        lab.Server.AddRuleset(
            Lab.Repository,
            new Ruleset("all")
            {
                Include = ["~ALL"],
                Rules =
                [
                    new RulesetRule.PullRequest(),
                    new RulesetRule.RequiredStatusChecks([new("build")]),
                    new RulesetRule.NonFastForward(),
                    new RulesetRule.Deletion(),
                    new RulesetRule.MergeQueueRule(),
                ],
                BypassRole = Role.Write,
            }
        );
        lab.Work.Git(["fetch", "--quiet", "origin"]);
        PullRequest pull = await lab.OpenAsync("topic");
        GitHubClient ci = lab.Client("ci");
        await ci.Check.Run.Create("acme", "shop", new NewCheckRun("build", pull.Head.Sha) { Status = CheckStatus.InProgress });
        await ci.Repository.Status.Create("acme", "shop", pull.Head.Sha, new NewCommitStatus { Context = "lint", State = CommitState.Success });
        await lab.Client("rita").PullRequest.Review.Create("acme", "shop", 1, new PullRequestReviewCreate { Event = PullRequestReviewEvent.Approve });
        await ci.PullRequest.ReviewRequest.Create("acme", "shop", 1, PullRequestReviewRequest.ForReviewers(["ci"]));
        await ci.Issue.Comment.Create("acme", "shop", 1, "hello");
        await ci.Issue.Labels.AddToIssue("acme", "shop", 1, ["hotfix"]);
        Release release = await ci.Repository.Release.Create("acme", "shop", new NewRelease("v1.0.0"));
        await ci.Repository.Release.UploadAsset(release, new ReleaseAssetUpload("a.txt", "text/plain", new MemoryStream([1]), timeout: null));
        await DeployAsync(lab);
        await StartRunAsync(lab);
        return (pull, release);
    }

    private static async Task DeployAsync(Lab lab)
    {
        using HttpClient http = lab.Http("acme");
        await http.PutAsJsonAsync("/repos/acme/shop/environments/production", new { wait_timer = 5 });
        await http.PostAsJsonAsync(
            "/repos/acme/shop/deployments",
            new
            {
                @ref = "main",
                payload = "v1",
                required_contexts = Array.Empty<string>(),
                auto_merge = false,
            }
        );
        await http.PostAsJsonAsync("/repos/acme/shop/actions/variables", new { name = "DEPLOYED_SHA", value = "1" });
        await http.PostAsJsonAsync("/repos/acme/shop/environments/production/variables", new { name = "DEPLOYED_SHA", value = "1" });
    }

    private static async Task StartRunAsync(Lab lab)
    {
        long run = await lab.Server.StartRunAsync(Lab.Repository, "ci.yml", "topic");
        await lab.Server.ReportRunAsync(
            Lab.Repository,
            run,
            new WorkflowRunReport("in_progress") { Jobs = [new WorkflowJobReport("test", null) { Steps = [new("Restore", "success"), new("Test", null)] }] }
        );
        await lab.Http("ci").GetAsync($"/repos/acme/shop/actions/runs/{run}/jobs");
    }

    private sealed class Canned(string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { RequestMessage = request, Content = new StringContent(json, Encoding.UTF8, "application/json") });
    }
}
