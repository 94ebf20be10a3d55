using Hotfix.Core.Doctoring;
using Hotfix.Core.Snapshots;
using Hotfix.LocalGitHub;

namespace Hotfix.Components.Tests.Doctoring;

/// <summary>One thing is wrong in a repository that is ready otherwise: exactly that is found, with its remedy.</summary>
[Trait("Starts", "processes")]
public sealed class Misconfiguration
{
    [Fact]
    public async Task IsNotFoundWhereThereIsNone()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();

        IReadOnlyList<Finding> findings = await lab.FindAsync();

        Assert.DoesNotContain(findings, finding => finding.Severity != FindingSeverity.Ok);
        Assert.Contains(findings, finding => finding.What == "pull requests to support/1.4 start ci.yml, as production's commit has it");
    }

    [Fact]
    public async Task OfACredentialThatMayNotPush()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();

        ShouldHave(await lab.FindAsync("rob"), FindingSeverity.Stop, "HF4212", "Ask an administrator for the role 'write'");
    }

    [Fact]
    public async Task OfACredentialThatMayNotLook()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        lab.Server.ProtectBranch(DoctorLab.Repository, "main", new BranchProtectionRule { RequiredApprovals = 1 });

        ShouldHave(await lab.FindAsync("rob"), FindingSeverity.Warn, "HF4211", "administration: read");
    }

    [Theory]
    [InlineData("read:org", "Stop", "HF4213")]
    [InlineData("repo", "Warn", "HF4214")]
    public async Task OfATokenWithoutTheScopes(string scopes, string severity, string code)
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        lab.Server.SetScopes(lab.Token, scopes);

        ShouldHaveOnly(await lab.FindAsync(), Enum.Parse<FindingSeverity>(severity), code, "gh auth refresh --scopes repo,workflow");
    }

    [Fact]
    public async Task OfAnArchivedRepository()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        await lab.SendAsync(HttpMethod.Patch, "", new { archived = true });

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4216", "/acme/shop/settings");
    }

    [Fact]
    public async Task OfAClockThatIsWrong()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync(clock: new LateClock())).ReadyAsync();

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Warn, "HF4230", "timedatectl");
    }

    [Fact]
    public async Task OfMergeMethodsThatExcludeEachOther()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        await lab.SendAsync(HttpMethod.Patch, "", new { allow_merge_commit = false, allow_rebase_merge = false });
        lab.Server.AddRuleset(
            DoctorLab.Repository,
            new Ruleset("methods") { Rules = [new RulesetRule.PullRequest { RequiredApprovals = 1, AllowedMergeMethods = ["merge"] }] }
        );

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4219", "Allow one of both");
    }

    [Fact]
    public async Task OfAnAutoMergeThatWouldMergeAtOnce()
    {
        await using DoctorLab lab = await DoctorLab.StartAsync();
        await lab.SendAsync(HttpMethod.Patch, "", new { allow_auto_merge = true });

        IReadOnlyList<Finding> findings = await lab.FindAsync();

        ShouldHave(findings, FindingSeverity.Warn, "HF4220", "take auto-merge back");
        ShouldHave(findings, FindingSeverity.Warn, "HF4217", "/settings/rules/new?target=branch");
        ShouldHave(findings, FindingSeverity.Warn, "HF4224", "ruleset for 'support/**'");
        ShouldHave(findings, FindingSeverity.Warn, "HF4222", "./build.sh Deploy");
        ShouldHave(findings, FindingSeverity.Warn, "HF4236", "--create-environments");
        ShouldHave(findings, FindingSeverity.Warn, "HF4241", "tags v*");
    }

    [Fact]
    public async Task OfAMergeQueueThatNoWorkflowServes()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync(With("ci.yml", "on: {pull_request: {branches: [main, support/**]}}\n"))).ReadyAsync();
        lab.Server.AddRuleset(DoctorLab.Repository, new Ruleset("queue") { Rules = [new RulesetRule.MergeQueueRule()] });

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4221", "merge_group:");
    }

    [Fact]
    public async Task OfARequiredCheckWhoseNameIsMistyped()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        await lab.SendAsync(HttpMethod.Post, $"statuses/{lab.MainTip}", new { state = "success", context = "Build" });

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Warn, "HF4261", "Correct the name");
    }

    [Fact]
    public async Task OfARequiredCheckThatCannotReportOnProductionsCommit()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync(released: With("ci.yml", "on:\n  pull_request:\n    branches: [main]\n"))).ReadyAsync();

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4225", "Those of main do");
    }

    [Fact]
    public async Task OfAnEnvironmentThatIsNotThere()
    {
        await using DoctorLab lab = await DoctorLab.StartAsync();
        await lab.AddEnvironmentAsync("production", []);

        IReadOnlyList<Finding> findings = await lab.FindAsync();

        ShouldHave(findings, FindingSeverity.Warn, "HF4236", "--create-environments");
        ShouldHave(findings, FindingSeverity.Warn, "HF4237", "Add required reviewers");
    }

    [Fact]
    public async Task OfAnEnvironmentThatTakesNoTags()
    {
        await using DoctorLab lab = await DoctorLab.StartAsync();
        await lab.AddEnvironmentAsync("production", ["ada"], new DeploymentBranchPolicy(ProtectedBranchesOnly: false, ["main"], []));
        await lab.ReadyAsync();

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4239", "add the tag pattern v*");
    }

    [Fact]
    public async Task OfAnEnvironmentThatDoesNotTakeMain()
    {
        await using DoctorLab lab = await DoctorLab.StartAsync();
        await lab.AddEnvironmentAsync("production", ["ada"], new DeploymentBranchPolicy(ProtectedBranchesOnly: false, ["release/*"], ["v*"]));
        await lab.ReadyAsync();

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4239", "Add the branch main to its policy");
    }

    [Fact]
    public async Task OfAWorkflowThatIsNotThere()
    {
        await using DoctorLab lab = await (
            await DoctorLab.StartAsync(new Dictionary<string, string>(DoctorLab.Files.Where(file => file.Key != "hotfix.yml")))
        ).ReadyAsync();

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Warn, "HF4229", "./build.sh Init --into .");
    }

    [Theory]
    [InlineData("on: [push, pull_request]\n", "HF4232", "workflow_dispatch:")]
    [InlineData("on:\n  workflow_dispatch:\n    inputs:\n      tag:\n", "HF4233", "Add it to the inputs")]
    [InlineData("on:\n  workflow_dispatch:\n    inputs: { tag: {}, correlation-id: {}, ticket: { required: true } }\n", "HF4234", "required: false")]
    [InlineData("on:\n  workflow_dispatch: [\n", "HF4228", "actionlint")]
    public async Task OfAWorkflowThatCannotBeStarted(string text, string code, string remedy)
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync(With("release.yml", text))).ReadyAsync();

        // Nothing here says that this workflow is started: a team's own may share its name.
        ShouldHaveOnly(await lab.FindAsync(), code == "HF4228" ? FindingSeverity.Stop : FindingSeverity.Warn, code, remedy);
    }

    [Fact]
    public async Task OfAWorkflowThatIsDisabled()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        await lab.SendAsync(HttpMethod.Put, "actions/workflows/release.yml/disable");

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4231", "gh workflow enable release.yml");
    }

    [Fact]
    public async Task OfTagsThatNobodyMayMake()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        lab.Server.AddRuleset(
            DoctorLab.Repository,
            new Ruleset("no tags")
            {
                ForTags = true,
                Include = ["refs/tags/v*"],
                Rules = [new RulesetRule.Creation()],
            }
        );

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4240", "/acme/shop/rules/");
    }

    [Fact]
    public async Task OfBranchesThatNobodyMayMake()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        lab.Server.AddRuleset(
            DoctorLab.Repository,
            new Ruleset("names")
            {
                Include = ["~ALL"],
                Exclude = ["refs/heads/feature/**"],
                Rules = [new RulesetRule.Creation()],
            }
        );

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4246", "Exclude hotfix/**");
    }

    [Fact]
    public async Task OfALockThatWasForgotten()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        await lab.OpenIssueAsync("release-lock");

        ShouldHaveOnly(await lab.FindAsync(), FindingSeverity.Stop, "HF4242", "Rollback --unlock");
    }

    [Fact]
    public async Task OfAFixThatIsOwed()
    {
        await using DoctorLab lab = await (await DoctorLab.StartAsync()).ReadyAsync();
        await lab.OpenIssueAsync("forward-port", "<!-- hotfix:forward-port/v1.3.9 -->\n<!-- hotfix:debt\nowner: grace\ndue: 2026-01-01\n-->");

        IReadOnlyList<Finding> findings = await lab.FindAsync();

        ShouldHaveOnly(findings, FindingSeverity.Stop, "HF4243", "./build.sh ForwardPort");
        Assert.Contains(findings, finding => finding.What.Contains("owed by grace, until 2026-01-01, overdue", StringComparison.Ordinal));
    }

    private static void ShouldHave(IReadOnlyList<Finding> findings, FindingSeverity severity, string code, string remedy)
    {
        string all = string.Join('\n', findings.Where(finding => finding.Severity != FindingSeverity.Ok));
        Assert.True(
            findings.Any(finding => finding.Severity == severity && finding.Code == code && finding.Remedy.Contains(remedy, StringComparison.Ordinal)),
            $"{severity} {code} '{remedy}' is not among:\n{all}"
        );
        Assert.All(findings.Where(finding => finding.Severity != FindingSeverity.Ok), finding =>
            Assert.True(finding.Breaks.Length > 0 && finding.Remedy.Length > 0, finding.ToString())
        );
    }

    private static void ShouldHaveOnly(IReadOnlyList<Finding> findings, FindingSeverity severity, string code, string remedy)
    {
        ShouldHave(findings, severity, code, remedy);
        Assert.Equal([code], findings.Where(finding => finding.Severity != FindingSeverity.Ok).Select(finding => finding.Code).Distinct());
    }

    private static Dictionary<string, string> With(string file, string text) => new(DoctorLab.Files) { [file] = text };

    private sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddMinutes(-10);
    }
}
