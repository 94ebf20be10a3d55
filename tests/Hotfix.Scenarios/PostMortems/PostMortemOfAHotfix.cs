using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.PostMortems;

/// <summary>What is left in the repository when a hotfix is out: one issue, filled in, which is people's from then on.</summary>
public sealed class PostMortemOfAHotfix : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task IsOpenedByTheRunThatReleasedItWithDurationsThatAddUp()
    {
        await _lab.SendAsync(HttpMethod.Post, "owner", "issues", new { title = "Checkout is down", body = "500 since a minute" });

        await _lab.HotfixToTheEndAsync(HotfixLab.Description, "--incident", "1", "--post-mortem-due", "14d");

        JsonNode issue = Assert.Single(await _lab.PostMortemsAsync())!;
        string body = issue["body"]!.GetValue<string>();
        Assert.Equal("Post-mortem: v1.4.3: null ref in checkout", issue["title"]!.GetValue<string>());
        Assert.Equal("engineer", Assert.Single(issue["assignees"]!.AsArray())!["login"]!.GetValue<string>());
        Assert.StartsWith($"<!-- hotfix:post-mortem/v1.4.3 -->\nDue: {DateTimeOffset.UtcNow.AddDays(14):yyyy-MM-}", body, StringComparison.Ordinal);
        (DateTimeOffset At, int Since, string What)[] timeline = PostMortemLab.Timeline(body);
        Assert.Equal(
            ["incident began", "first commit", "pull request opened", "approved", "merged", "released"],
            timeline.Select(row => row.What).Distinct().Where(what => what != "first review")
        );
        Assert.Equal((timeline[^1].At - timeline[0].At).TotalSeconds, timeline.Sum(row => row.Since));
        (int whole, int parts) = PostMortemLab.Spent(body);
        Assert.Equal((whole, (int)(timeline[^1].At - timeline[0].At).TotalSeconds), (parts, whole));
        Assert.Contains("| src/checkout\\.txt | 1 | 1 |", body, StringComparison.Ordinal);
        Assert.Contains("| Sell things |", body, StringComparison.Ordinal);
        Assert.Contains("### Why tests and review did not catch it", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndsWhenProductionWasSeenToRunIt()
    {
        await _lab.SendAsync(HttpMethod.Put, "admin", "environments/production", new { wait_timer = 0 });
        TargetRun run = _lab.Start(Players.HotfixOf(HotfixLab.Description, _lab.Patch(), "--verify-command", "sleep 2"));
        Task<RunResult> played = _lab.PlayAsync(run);
        await run.ShouldPrintAsync("║ AwaitDeploy");
        await _lab.DeployedAsync(_lab.MainTip());

        (await played).ShouldExitWith(0);

        string body = Assert.Single(await _lab.PostMortemsAsync())!["body"]!.GetValue<string>();
        (DateTimeOffset At, int Since, string What)[] timeline = PostMortemLab.Timeline(body);
        Assert.Equal(["released", "in production", "verified in production"], timeline[^3..].Select(row => row.What));
        Assert.Equal((timeline[^1].At - timeline[0].At).TotalSeconds, PostMortemLab.Spent(body).Whole);
        Assert.Equal(PostMortemLab.Spent(body).Whole, PostMortemLab.Spent(body).Parts);
        Assert.DoesNotContain("so far", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsPeoplesOnceItIsThere()
    {
        await _lab.HotfixToTheEndAsync();
        int number = Assert.Single(await _lab.PostMortemsAsync())!["number"]!.GetValue<int>();
        const string Edited = "<!-- hotfix:post-mortem/v1.4.3 -->\nDue: 2031-01-01\n\nWe talked on Monday.";
        await _lab.SendAsync(HttpMethod.Patch, "owner", $"issues/{number}", new { body = Edited, state = "closed" });
        int writes = _lab.Writes();

        (await _lab.HotfixAsync()).ShouldExitWith(0);
        RunResult byName = await _lab.RunAsync("PostMortem", "--description", HotfixLab.Description);
        RunResult byTag = await _lab.RunAsync("PostMortem", "--tag", "v1.4.3");

        Assert.StartsWith($"Post-mortem: #{number} is the post-mortem of v1.4.3, closed", byName.ShouldExitWith(0).LastLine, StringComparison.Ordinal);
        Assert.Equal(byName.LastLine, byTag.ShouldExitWith(0).LastLine);
        Assert.Equal(writes, _lab.Writes());
        Assert.Equal(Edited, Assert.Single(await _lab.PostMortemsAsync())!["body"]!.GetValue<string>());
    }

    [Fact]
    public async Task KnowsWhenProductionRanItAndFindsItselfAfterASquash()
    {
        await _lab.HotfixToTheEndAsync(HotfixLab.Description, "--merge-method", "squash", "--post-mortem-file", "notes/first.md");
        await _lab.DeployedAsync(_lab.MainTip());
        using TempRepository elsewhere = _lab.CloneTo("elsewhere");
        _lab.Push(elsewhere, $":{HotfixLab.Branch}", "admin");

        RunResult result = await _lab.RunInAsync(elsewhere, "PostMortem");

        result.ShouldExitWith(0);
        string body = Assert.Single(await _lab.PostMortemsAsync())!["body"]!.GetValue<string>();
        Assert.Equal(
            ["first commit", "in production"],
            PostMortemLab.Timeline(body).Select(row => row.What).Where(what => what is "first commit" or "in production")
        );
        Assert.DoesNotContain("so far", body, StringComparison.Ordinal);
        Assert.Contains("| Sell things |", body, StringComparison.Ordinal);
        Assert.DoesNotContain("not known", body.Replace("is not known here", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsWrittenIntoAFileThatIsNeverOverwritten()
    {
        await _lab.HotfixToTheEndAsync(HotfixLab.Description, "--post-mortem-file", "docs/post-mortems/{tag}.md");
        string path = Path.Combine(_lab.Clone.Path, "docs", "post-mortems", "v1.4.3.md");
        string written = await File.ReadAllTextAsync(path);

        RunResult again = await WriteAsync("docs/post-mortems/v1.4.3.md");
        RunResult onOther = await WriteAsync("src/checkout.txt");
        RunResult outside = await WriteAsync("../post-mortem.md");
        RunResult inGit = await WriteAsync(".git/hooks/post-commit");

        again.ShouldExitWith(0);
        Assert.StartsWith("<!-- hotfix:post-mortem/v1.4.3 -->\n# Post", written, StringComparison.Ordinal);
        Assert.Equal(written, await File.ReadAllTextAsync(path));
        Assert.Contains("HF4273", onOther.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF1044", outside.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF1044", inGit.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Equal("fixed", await File.ReadAllTextAsync(Path.Combine(_lab.Clone.Path, "src", "checkout.txt")));
        Assert.Empty(await _lab.PostMortemsAsync());
    }

    [Fact]
    public async Task IsRefusedBeforeTheRelease()
    {
        RunResult nothing = await _lab.RunAsync("PostMortem");
        await _lab.HotfixAsync();
        _lab.CommitFix();
        (await _lab.HotfixAsync("--deadline", "0s")).ShouldExitWith(75);

        RunResult open = await _lab.RunAsync("PostMortem");
        RunResult noHotfix = await _lab.RunAsync("PostMortem", "--tag", "v1.4.2");
        RunResult noZone = await _lab.RunAsync("PostMortem", "--tag", "v1.4.2", "--incident-start", "2026-01-05T03:12:00");

        Assert.Contains("HF4271", nothing.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF4142", open.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF4270", noHotfix.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF1042", noZone.ShouldExitWith(255).Output + noZone.Errors, StringComparison.Ordinal);
        Assert.Empty(await _lab.PostMortemsAsync());
    }

    [Fact]
    public async Task OfAnOlderReleaseIsThatOfItsTag()
    {
        await _lab.HotfixToTheEndAsync(HotfixLab.Description, "--post-mortem-file", "{tag}.md");
        File.Delete(Path.Combine(_lab.Clone.Path, "v1.4.3.md"));
        _lab.Clone.Git(["switch", "--quiet", "main"]);
        (await _lab.PlayAsync(_lab.Start(Players.HotfixOf("wrong totals", _lab.Patch("src/totals.txt"), "--post-mortem-file", "{tag}.md")))).ShouldExitWith(0);
        int newest = (await _lab.ListAsync("pulls?state=all")).Count;

        RunResult rehearsal = await _lab.RunAsync("PostMortem", "--tag", "v1.4.3", "--dry-run");
        (
            await _lab.RunAsync("PostMortem", "--tag", "v1.4.3", "--post-mortem-owner", "reviewer", "--incident-start", "2026-01-05T04:12:00+01:00")
        ).ShouldExitWith(0);

        Assert.Equal(2, newest);
        Assert.Contains(
            "plan: open the issue 'Post-mortem: v1.4.3: null ref in checkout' for engineer",
            rehearsal.ShouldExitWith(0).Output,
            StringComparison.Ordinal
        );
        JsonNode issue = Assert.Single(await _lab.PostMortemsAsync())!;
        Assert.Equal("reviewer", Assert.Single(issue["assignees"]!.AsArray())!["login"]!.GetValue<string>());
        Assert.Contains("From 2026-01-05 03:12:00 UTC (incident began) to ", issue["body"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("/pull/1)", issue["body"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowsAHostileDescriptionAsText()
    {
        string description =
            "checkout <!channel> @team #1 **bold** <script>alert(1)</script> ``` <!-- hotfix:post-mortem/v9.9.9 --> {{timeline}} \u202eevil\u202c \u05e9\u05dc\u05d5\u05dd "
            + new string('x', 9_800);

        await _lab.HotfixToTheEndAsync(description);

        JsonNode issue = Assert.Single(await _lab.PostMortemsAsync())!;
        string body = issue["body"]!.GetValue<string>();
        Assert.InRange(body.Length, 1_000, 65_536);
        Assert.DoesNotContain("<!-- hotfix:post-mortem/v9.9.9 -->", body, StringComparison.Ordinal);
        Assert.Contains("{{timeline}}", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", body + issue["title"], StringComparison.Ordinal);
        Assert.InRange(issue["title"]!.GetValue<string>().Length, 1, 256);
    }

    [Fact]
    public async Task FollowsTheTemplateOfTheDefaultBranchAndRefusesAWrongOne()
    {
        await _lab.HotfixToTheEndAsync(HotfixLab.Description, "--post-mortem-file", "{tag}.md");
        _lab.MoveMain(".github/POST_MORTEM_TEMPLATE.md", "# {{tag}} by {{culprit}}\n");

        RunResult wrong = await _lab.RunAsync("PostMortem", "--tag", "v1.4.3");
        _lab.MoveMain(".github/POST_MORTEM_TEMPLATE.md", "# {{tag}}\n\n{{time-spent}}\n\nWhat would {{title}} have cost us?\n");
        RunResult right = await _lab.RunAsync("PostMortem", "--tag", "v1.4.3");

        Assert.Contains("HF4272", wrong.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("{{candidates}}", wrong.Output, StringComparison.Ordinal);
        right.ShouldExitWith(0);
        string body = Assert.Single(await _lab.PostMortemsAsync())!["body"]!.GetValue<string>();
        Assert.Contains("What would null ref in checkout have cost us?", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Root cause", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTheWayAWrongTemplateIsAWarningAndTheHotfixStaysGreen()
    {
        _lab.MoveMain(".github/POST_MORTEM_TEMPLATE.md", "{{culprit}}\n");

        RunResult result = await _lab.HotfixToTheEndAsync();

        Assert.Contains("The hotfix is out; its post-mortem is missing: HF4272", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("Released: v1.4.3", result.LastLine, StringComparison.Ordinal);
        Assert.Empty(await _lab.PostMortemsAsync());
    }

    [Fact]
    public async Task WhereIssuesAreSwitchedOffGoesIntoAFile()
    {
        _lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                Status = 410,
                User = "engineer",
                Path = "/repos/acme/shop/issues",
                Count = 1_000,
            }
        );

        RunResult onTheWay = await _lab.HotfixToTheEndAsync();
        RunResult byName = await _lab.RunAsync("PostMortem", "--tag", "v1.4.3");
        RunResult file = await WriteAsync("post-mortem.md");

        Assert.Contains("The hotfix is out; its post-mortem is missing: HF4274", onTheWay.Output, StringComparison.Ordinal);
        Assert.StartsWith("Released: v1.4.3", onTheWay.LastLine, StringComparison.Ordinal);
        Assert.Contains("--post-mortem-file docs/post-mortems/v1.4.3.md", byName.ShouldExitWith(255).Output, StringComparison.Ordinal);
        file.ShouldExitWith(0);
        Assert.Contains("## Impact window", await File.ReadAllTextAsync(Path.Combine(_lab.Clone.Path, "post-mortem.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfTheExceptionalLaneSaysWhatIsStillOwed()
    {
        await _lab.DeployedAsync(_lab.MainTip());
        RunResult released = await _lab.PlayAsync(
            _lab.Start([.. Players.HotfixOf(HotfixLab.Description, _lab.Patch(), "--lane", "exceptional", "--deadline", "20s")])
        );

        (await _lab.RunAsync("PostMortem", "--tag", "v1.4.3")).ShouldExitWith(0);

        released.ShouldExitWith(75);
        string body = Assert.Single(await _lab.PostMortemsAsync())!["body"]!.GetValue<string>();
        Assert.Contains("- lane: exceptional", body, StringComparison.Ordinal);
        Assert.Matches(@"Still owed: \[#\d+\]\(.*\), by engineer, until \d", body.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("| Sell things |", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatIsOverdueIsNamedByStatusAndDoctor()
    {
        await _lab.SendAsync(
            HttpMethod.Post,
            "owner",
            "issues",
            new
            {
                title = "Post-mortem: v1.4.1: old",
                body = "<!-- hotfix:post-mortem/v1.4.1 -->\nDue: 2026-01-12\n",
                labels = new[] { "post-mortem" },
                assignees = new[] { "owner" },
            }
        );

        RunResult status = await _lab.RunAsync("Status");
        RunResult doctor = await _lab.RunAsync("Doctor");

        Assert.Contains("overdue: #1 'Post-mortem: v1.4.1: old' was due 2026-01-12 (owner)", status.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("warn  HF4275 #1 'Post-mortem: v1.4.1: old'", doctor.Output, StringComparison.Ordinal);
    }

    private Task<RunResult> WriteAsync(string file) => _lab.RunAsync("PostMortem", "--tag", "v1.4.3", "--post-mortem-file", file);
}
