using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.Tests;

public sealed class DeploymentsOfARepository
{
    [Fact]
    public async Task AreListedNewestFirstByEnvironmentAndCommit()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = lab.Http("dev");
        string sha = lab.Work.Resolve("origin/main");
        long first = await CreateAsync(
            http,
            new
            {
                @ref = "v1.0.0",
                environment = "production",
                payload = "v1.0.0",
            }
        );
        long second = await CreateAsync(
            http,
            new
            {
                @ref = "main",
                environment = "production",
                payload = new { version = "1.1.0" },
                description = "second",
            }
        );
        await CreateAsync(http, new { @ref = sha, environment = "hotfix-staging" });

        JsonArray production = await ListAsync(http, "environment=production");
        JsonArray ofCommit = await ListAsync(http, $"environment=production&sha={sha}");

        Assert.Equal([second, first], production.Select(item => item!["id"]!.GetValue<long>()));
        Assert.Equal("v1.0.0", production[1]!["payload"]!.GetValue<string>());
        Assert.Equal("1.1.0", production[0]!["payload"]!["version"]!.GetValue<string>());
        Assert.Equal(
            (second, sha, true),
            (ofCommit.Single()!["id"]!.GetValue<long>(), ofCommit[0]!["sha"]!.GetValue<string>(), ofCommit[0]!["production_environment"]!.GetValue<bool>())
        );
    }

    [Fact]
    public async Task SuccessMakesWhatWasThereInactiveButNotInProduction()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = lab.Http("dev");
        long oldStaging = await DeployAsync(http, "hotfix-staging");
        long oldProduction = await DeployAsync(http, "production");

        await DeployAsync(http, "hotfix-staging");
        await DeployAsync(http, "production");

        Assert.Equal(["inactive", "success", "in_progress"], await StatesAsync(http, oldStaging));
        Assert.Equal(["success", "in_progress"], await StatesAsync(http, oldProduction));
    }

    [Fact]
    public async Task AreRefusedWhereChecksAreRedUnlessNoneIsAskedFor()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = lab.Http("dev");
        await http.PostAsJsonAsync($"/repos/acme/shop/statuses/{lab.Work.Resolve("origin/main")}", new { context = "build", state = "failure" });

        HttpResponseMessage refused = await http.PostAsJsonAsync("/repos/acme/shop/deployments", new { @ref = "main" });
        HttpResponseMessage accepted = await http.PostAsJsonAsync(
            "/repos/acme/shop/deployments",
            new { @ref = "main", required_contexts = Array.Empty<string>() }
        );

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Created), (refused.StatusCode, accepted.StatusCode));
    }

    [Theory]
    [InlineData("guest", "main", HttpStatusCode.Forbidden)]
    [InlineData("dev", "nowhere", HttpStatusCode.UnprocessableEntity)]
    public async Task NeedAPusherAndARef(string user, string name, HttpStatusCode status)
    {
        await using Lab lab = await Lab.StartAsync();

        HttpResponseMessage answer = await lab.Http(user).PostAsJsonAsync("/repos/acme/shop/deployments", new { @ref = name });

        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task<long> DeployAsync(HttpClient http, string environment)
    {
        long id = await CreateAsync(
            http,
            new
            {
                @ref = "main",
                environment,
                production_environment = environment == "production",
                auto_merge = false,
                required_contexts = Array.Empty<string>(),
            }
        );
        foreach (string state in (string[])["in_progress", "success"])
        {
            (
                await http.PostAsJsonAsync(
                    $"/repos/acme/shop/deployments/{id}/statuses",
                    new
                    {
                        state,
                        log_url = "https://ci/1",
                        environment_url = "https://shop",
                    }
                )
            ).EnsureSuccessStatusCode();
        }

        return id;
    }

    private static async Task<long> CreateAsync(HttpClient http, object body)
    {
        HttpResponseMessage answer = await http.PostAsJsonAsync("/repos/acme/shop/deployments", body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!.GetValue<long>();
    }

    private static async Task<JsonArray> ListAsync(HttpClient http, string query) =>
        JsonNode.Parse(await http.GetStringAsync($"/repos/acme/shop/deployments?{query}"))!.AsArray();

    private static async Task<IEnumerable<string>> StatesAsync(HttpClient http, long id) =>
        JsonNode
            .Parse(await http.GetStringAsync($"/repos/acme/shop/deployments/{id}/statuses"))!
            .AsArray()
            .Select(status => status!["state"]!.GetValue<string>());
}

public sealed class EnvironmentOfARepository
{
    [Fact]
    public async Task KeepsItsProtectionAndItsVariables()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient admin = lab.Http("acme");
        long rita = JsonNode.Parse(await admin.GetStringAsync("/users/rita"))!["id"]!.GetValue<long>();
        object wanted = new
        {
            wait_timer = 30,
            prevent_self_review = true,
            reviewers = new[] { new { type = "User", id = rita } },
            deployment_branch_policy = new { protected_branches = false, custom_branch_policies = true },
        };

        HttpResponseMessage put = await admin.PutAsJsonAsync("/repos/acme/shop/environments/prod%2Feu", wanted);
        await admin.PostAsJsonAsync("/repos/acme/shop/environments/prod%2Feu/deployment-branch-policies", new { name = "v*", type = "tag" });
        await lab.Http("dev").PostAsJsonAsync("/repos/acme/shop/environments/prod%2Feu/variables", new { name = "deployed_sha", value = "1" });
        JsonNode read = JsonNode.Parse(await lab.Http("guest").GetStringAsync("/repos/acme/shop/environments/prod%2Feu"))!;
        JsonNode policies = JsonNode.Parse(await admin.GetStringAsync("/repos/acme/shop/environments/prod%2Feu/deployment-branch-policies"))!;

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(
            ["wait_timer", "required_reviewers", "branch_policy"],
            read["protection_rules"]!.AsArray().Select(rule => rule!["type"]!.GetValue<string>())
        );
        Assert.Equal("rita", read["protection_rules"]![1]!["reviewers"]![0]!["reviewer"]!["login"]!.GetValue<string>());
        Assert.Equal(
            ("v*", "tag"),
            (policies["branch_policies"]![0]!["name"]!.GetValue<string>(), policies["branch_policies"]![0]!["type"]!.GetValue<string>())
        );
        Assert.Contains("DEPLOYED_SHA", await lab.Http("dev").GetStringAsync("/repos/acme/shop/environments/prod%2Feu/variables"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev", "{}", HttpStatusCode.Forbidden)]
    [InlineData("acme", """{"wait_timer":43201}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("acme", """{"reviewers":[{"type":"Team","id":1}]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("acme", """{"deployment_branch_policy":{"protected_branches":true,"custom_branch_policies":true}}""", HttpStatusCode.UnprocessableEntity)]
    public async Task IsRefusedAsGitHubDoes(string user, string body, HttpStatusCode status)
    {
        await using Lab lab = await Lab.StartAsync();

        HttpResponseMessage answer = await lab.Http(user).PutAsync("/repos/acme/shop/environments/production", new StringContent(body));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lab.Http(user).GetAsync("/repos/acme/shop/environments/production")).StatusCode);
    }
}

public sealed class VariableOfARepository
{
    [Fact]
    public async Task IsMadeOnceAndChanged()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = lab.Http("dev");

        HttpResponseMessage[] answers =
        [
            await http.PostAsJsonAsync("/repos/acme/shop/actions/variables", new { name = "DEPLOYED", value = "a" }),
            await http.PostAsJsonAsync("/repos/acme/shop/actions/variables", new { name = "deployed", value = "b" }),
            await http.PatchAsJsonAsync("/repos/acme/shop/actions/variables/deployed", new { value = "c" }),
            await http.PostAsJsonAsync("/repos/acme/shop/actions/variables", new { name = "GITHUB_X", value = "b" }),
            await http.GetAsync("/repos/acme/shop/actions/variables/other"),
            await lab.Http("guest").GetAsync("/repos/acme/shop/actions/variables/DEPLOYED"),
        ];

        Assert.Equal([201, 409, 204, 422, 404, 403], answers.Select(answer => (int)answer.StatusCode));
        Assert.Equal("c", JsonNode.Parse(await http.GetStringAsync("/repos/acme/shop/actions/variables/DEPLOYED"))!["value"]!.GetValue<string>());
        Assert.Contains("\"total_count\":1", await http.GetStringAsync("/repos/acme/shop/actions/variables"), StringComparison.Ordinal);
    }
}

public sealed class RunAtAnEnvironmentsGate
{
    [Fact]
    public async Task WaitsForAReviewerAndGoesOn()
    {
        await using Lab lab = await Lab.StartAsync();
        (long run, long environment) = await WaitAsync(lab);
        string path = $"/repos/acme/shop/actions/runs/{run}/pending_deployments";
        object approval = new
        {
            environment_ids = new[] { environment },
            state = "approved",
            comment = "go",
        };

        JsonNode forDev = JsonNode.Parse(await lab.Http("dev").GetStringAsync(path))!;
        JsonNode forRita = JsonNode.Parse(await lab.Http("rita").GetStringAsync(path))!;
        HttpResponseMessage refused = await lab.Http("dev").PostAsJsonAsync(path, approval);
        HttpResponseMessage approved = await lab.Http("rita").PostAsJsonAsync(path, approval);
        await lab.Server.ReportRunAsync(
            Lab.Repository,
            run,
            new WorkflowRunReport("completed", "success") { Jobs = [new WorkflowJobReport("deploy", "success") { Environment = "production" }] }
        );

        Assert.Equal((false, true), (forDev[0]!["current_user_can_approve"]!.GetValue<bool>(), forRita[0]!["current_user_can_approve"]!.GetValue<bool>()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (refused.StatusCode, approved.StatusCode));
        JsonNode only = Assert.Single(JsonNode.Parse(await lab.Http("dev").GetStringAsync("/repos/acme/shop/deployments?environment=production"))!.AsArray())!;
        JsonArray statuses = JsonNode.Parse(await lab.Http("dev").GetStringAsync($"/repos/acme/shop/deployments/{only["id"]}/statuses"))!.AsArray();
        Assert.Equal(["success", "queued", "pending"], statuses.Select(status => status!["state"]!.GetValue<string>()));
        Assert.Equal("[]", await lab.Http("dev").GetStringAsync(path));
    }

    [Fact]
    public async Task LeavesTheDeploymentThatItsJobMadeItselfAsTheNewest()
    {
        await using Lab lab = await Lab.StartAsync();
        (long run, _) = await WaitAsync(lab);
        using HttpClient http = lab.Http("dev");
        await lab.Server.ReportRunAsync(
            Lab.Repository,
            run,
            new WorkflowRunReport("in_progress") { Jobs = [new WorkflowJobReport("deploy", null) { Environment = "hotfix-staging" }] }
        );
        HttpResponseMessage made = await http.PostAsJsonAsync(
            "/repos/acme/shop/deployments",
            new
            {
                @ref = "v1.0.0",
                environment = "hotfix-staging",
                required_contexts = Array.Empty<string>(),
            }
        );
        long own = JsonNode.Parse(await made.Content.ReadAsStringAsync())!["id"]!.GetValue<long>();
        await http.PostAsJsonAsync($"/repos/acme/shop/deployments/{own}/statuses", new { state = "success" });

        await lab.Server.ReportRunAsync(
            Lab.Repository,
            run,
            new WorkflowRunReport("completed", "success") { Jobs = [new WorkflowJobReport("deploy", "success") { Environment = "hotfix-staging" }] }
        );

        JsonArray all = JsonNode.Parse(await http.GetStringAsync("/repos/acme/shop/deployments?environment=hotfix-staging"))!.AsArray();
        JsonArray statuses = JsonNode.Parse(await http.GetStringAsync($"/repos/acme/shop/deployments/{own}/statuses"))!.AsArray();
        Assert.Equal((2, own), (all.Count, all[0]!["id"]!.GetValue<long>()));
        Assert.Equal(["success"], statuses.Select(status => status!["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task EndsWithARejection()
    {
        await using Lab lab = await Lab.StartAsync();
        (long run, long environment) = await WaitAsync(lab);

        await lab.Http("rita")
            .PostAsJsonAsync(
                $"/repos/acme/shop/actions/runs/{run}/pending_deployments",
                new
                {
                    environment_ids = new[] { environment },
                    state = "rejected",
                    comment = "no",
                }
            );

        JsonNode seen = JsonNode.Parse(await lab.Http("dev").GetStringAsync($"/repos/acme/shop/actions/runs/{run}"))!;
        Assert.Equal(("completed", "failure"), (seen["status"]!.GetValue<string>(), seen["conclusion"]!.GetValue<string>()));
    }

    private static async Task<(long Run, long Environment)> WaitAsync(Lab lab)
    {
        using HttpClient admin = lab.Http("acme");
        long rita = JsonNode.Parse(await admin.GetStringAsync("/users/rita"))!["id"]!.GetValue<long>();
        HttpResponseMessage put = await admin.PutAsJsonAsync(
            "/repos/acme/shop/environments/production",
            new { reviewers = new[] { new { type = "User", id = rita } } }
        );
        long environment = JsonDocument.Parse(await put.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetInt64();
        lab.Work.CommitFile(".github/workflows/release.yml", "name: Release\non: workflow_dispatch\n", "ci: release");
        lab.Work.Git(["push", "--quiet", "origin", "HEAD:main"]);
        long run = await lab.Server.StartRunAsync(Lab.Repository, "release.yml", "main", "workflow_dispatch");
        await lab.Server.ReportRunAsync(
            Lab.Repository,
            run,
            new WorkflowRunReport("waiting") { WaitsFor = ["production"], Jobs = [new WorkflowJobReport("deploy", null) { Status = "waiting" }] }
        );
        return (run, environment);
    }
}
