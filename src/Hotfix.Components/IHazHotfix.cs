using System.ComponentModel;
using Hotfix.Components.Running;
using Hotfix.Core.Conventions;
using Nuke.Common;

namespace Hotfix.Components;

/// <summary>What every target of the hotfix path shares: its parameters, and the run that they describe.</summary>
public interface IHazHotfix : INukeBuild
{
    /// <summary>What is broken; names the branch.</summary>
    [Parameter("What is broken, in a few words; names the branch hotfix/<slug>")]
    [Category("Which hotfix")]
    string? Description => TryGetValue(() => Description);

    /// <summary>The ticket.</summary>
    [Parameter("Ticket that the fix is for, such as SHOP-123: begins the branch's name, in its own upper and lower case")]
    [Category("Which hotfix")]
    string? Ticket => TryGetValue(() => Ticket);

    /// <summary>How release tags are named.</summary>
    [Parameter("How release tags are named, such as release-{version}; found among the tags that exist unless set")]
    [Category("Your conventions")]
    string? TagPattern => TryGetValue(() => TagPattern);

    /// <summary>Which product.</summary>
    [Parameter("Product that is meant where the repository has several, as its tags name it: api for api/v1.4.2")]
    [Category("Your conventions")]
    string? Product => TryGetValue(() => Product);

    /// <summary>Where it lies.</summary>
    [Parameter("Folders of that product; the only folder of its name unless set", Separator = ",")]
    [Category("Your conventions")]
    string[]? ProductFolder => TryGetValue<string[]?>(() => ProductFolder);

    /// <summary>How pull requests are titled.</summary>
    [Parameter("How the pull request is titled, such as 'fix: {description}'; found in the repository, else 'Hotfix: {description}', unless set")]
    [Category("Your conventions")]
    string? Title => TryGetValue(() => Title);

    /// <summary>Hotfix branches.</summary>
    [Parameter("What hotfix branches begin with; hotfix/ unless set")]
    [Category("Your conventions")]
    string? HotfixPrefix => TryGetValue(() => HotfixPrefix);

    /// <summary>Forward-port branches.</summary>
    [Parameter("What branches begin with that carry a fix to the default branch; forward-port/ unless set")]
    [Category("Your conventions")]
    string? ForwardPortPrefix => TryGetValue(() => ForwardPortPrefix);

    /// <summary>Revert branches.</summary>
    [Parameter("What branches begin with that take a release back; revert/ unless set")]
    [Category("Your conventions")]
    string? RevertPrefix => TryGetValue(() => RevertPrefix);

    /// <summary>Support branches.</summary>
    [Parameter("How branches of released lines are named, such as release/{major}.{minor}; support/{major}.{minor} unless set")]
    [Category("Your conventions")]
    string? SupportPattern => TryGetValue(() => SupportPattern);

    /// <summary>Names that are the team's, in one value: what the parameters say. A build overrides it where they do not suffice.</summary>
    HotfixConventions Conventions => RequestFactory.Conventions(this);

    /// <summary>Base branch.</summary>
    [Parameter("Branch that the fix goes into; the remote's default branch unless set")]
    [Category("Base branch and lane")]
    string? Base => TryGetValue(() => Base);

    /// <summary>The lane.</summary>
    [Parameter("auto, standard (through the base branch) or exceptional (from what production runs); auto unless set")]
    [Category("Base branch and lane")]
    string? Lane => TryGetValue(() => Lane);

    /// <summary>Production's environment.</summary>
    [Parameter("Environment whose newest successful deployment is what production runs; production unless set")]
    [Category("Base branch and lane")]
    string? ProductionEnvironment => TryGetValue(() => ProductionEnvironment);

    /// <summary>A variable that names production.</summary>
    [Parameter("Variable of that environment, or of the repository, that holds the sha or version that production runs")]
    [Category("Base branch and lane")]
    string? ProductionVariable => TryGetValue(() => ProductionVariable);

    /// <summary>Production's own word.</summary>
    [Parameter("Address at which production answers the sha or version that it runs")]
    [Category("Base branch and lane")]
    string? HealthUrl => TryGetValue(() => HealthUrl);

    /// <summary>Which source of what production runs counts.</summary>
    [Parameter("Which of variable, deployment and health say what production runs, in their order: the first that says anything counts; all, and they must agree, unless set", Separator = ",")]
    [Category("Base branch and lane")]
    string[]? ProductionSource => TryGetValue<string[]?>(() => ProductionSource);

    /// <summary>Remote.</summary>
    [Parameter("Git remote; the only one, or origin, unless set")]
    [Category("Base branch and lane")]
    string? Remote => TryGetValue(() => Remote);

    /// <summary>Another incident of a name that is finished.</summary>
    [Parameter("Start another hotfix of a name that was finished before")]
    [Category("Which hotfix")]
    bool New => TryGetValue<bool?>(() => New) ?? false;

    /// <summary>A ready-made fix.</summary>
    [Parameter("Ready-made fix to put onto the branch: a commit, a range a..b, a patch file, or a merged pull request (#123, or its address)")]
    [Category("Which hotfix")]
    string? Fix => TryGetValue(() => Fix);

    /// <summary>A linked work tree.</summary>
    [Parameter("Folder for a linked work tree, so that the present one is left alone")]
    [Category("Which hotfix")]
    string? Worktree => TryGetValue(() => Worktree);

    /// <summary>Tests that are run elsewhere.</summary>
    [Parameter("File with what a test run proved: Test alone writes it; on the way to a pull request it is taken, and no test is run")]
    [Category("Tests")]
    string? TestEvidence => TryGetValue(() => TestEvidence);

    /// <summary>Budget: files.</summary>
    [Parameter("Most files that a hotfix may change; 20 unless set")]
    [Category("Size of a fix")]
    int? MaxFiles => TryGetValue<int?>(() => MaxFiles);

    /// <summary>Budget: lines.</summary>
    [Parameter("Most lines that a hotfix may change outside tests and lock files; 200 unless set")]
    [Category("Size of a fix")]
    int? MaxLines => TryGetValue<int?>(() => MaxLines);

    /// <summary>Budget: paths.</summary>
    [Parameter("Path patterns that a hotfix leaves alone; migrations, workflows and lock files unless set", Separator = ",")]
    [Category("Size of a fix")]
    string[]? ForbiddenPaths => TryGetValue<string[]?>(() => ForbiddenPaths);

    /// <summary>Budget: a test.</summary>
    [Parameter("Whether a test file must be among the changes; true unless set")]
    [Category("Size of a fix")]
    bool? RequireTest => TryGetValue<bool?>(() => RequireTest);

    /// <summary>Override of the budget.</summary>
    [Parameter("Reason why this fix may be larger; quoted in the pull request")]
    [Category("Size of a fix")]
    string? OverBudget => TryGetValue(() => OverBudget);

    /// <summary>The incident.</summary>
    [Parameter("Incident that the fix is for: an address, or the number of an issue")]
    [Category("Which hotfix")]
    string? Incident => TryGetValue(() => Incident);

    /// <summary>Labels.</summary>
    [Parameter("Labels of the pull request; hotfix unless set", Separator = ",")]
    [Category("Pull request and merge")]
    string[]? Labels => TryGetValue<string[]?>(() => Labels);

    /// <summary>Reviewers.</summary>
    [Parameter("Logins, or org/team, to ask for a review", Separator = ",")]
    [Category("Pull request and merge")]
    string[]? Reviewers => TryGetValue<string[]?>(() => Reviewers);

    /// <summary>Draft.</summary>
    [Parameter("Open the pull request as a draft")]
    [Category("Pull request and merge")]
    bool Draft => TryGetValue<bool?>(() => Draft) ?? false;

    /// <summary>Merge method.</summary>
    [Parameter("merge, squash or rebase; the first that the repository allows unless set")]
    [Category("Pull request and merge")]
    string? MergeMethod => TryGetValue(() => MergeMethod);

    /// <summary>Further required checks. Without a separator for NUKE, since the names of matrix jobs hold commas; what is typed is split outside of brackets and quotes.</summary>
    [Parameter("Checks that must pass beside those that the repository's rules name")]
    [Category("Pull request and merge")]
    string[]? RequiredChecks => TryGetValue<string[]?>(() => RequiredChecks);

    /// <summary>Auto-merge.</summary>
    [Parameter("Also tell GitHub to merge by itself once the rules are met, so that no run has to be there")]
    [Category("Pull request and merge")]
    bool AutoMerge => TryGetValue<bool?>(() => AutoMerge) ?? false;

    /// <summary>Front of the merge queue.</summary>
    [Parameter("Reason why this fix goes to the front of the merge queue; only where GitHub allows it")]
    [Category("Pull request and merge")]
    string? Jump => TryGetValue(() => Jump);

    /// <summary>Deadline.</summary>
    [Parameter("How long one run waits for checks and reviews, such as 30m; 4h unless set")]
    [Category("Pull request and merge")]
    string? Deadline => TryGetValue(() => Deadline);

    /// <summary>Poll interval.</summary>
    [Parameter("Time between two looks while waiting, 1s to 5m; 15s unless set")]
    [Category("Pull request and merge")]
    string? PollInterval => TryGetValue(() => PollInterval);

    /// <summary>Check grace.</summary>
    [Parameter("Time that a check may take to appear before its absence means something, 0s to 1h; 2m unless set")]
    [Category("Pull request and merge")]
    string? CheckGrace => TryGetValue(() => CheckGrace);

    /// <summary>Version.</summary>
    [Parameter("Confirms the version to release, such as 1.4.3; GitVersion's unless set")]
    [Category("Release")]
    string? Version => TryGetValue(() => Version);

    /// <summary>Another source of versions than GitVersion.</summary>
    [Parameter("Command that prints a commit's version last, in place of GitVersion, such as 'minver' or 'cat VERSION'")]
    [Category("Release")]
    string? VersionCommand => TryGetValue(() => VersionCommand);

    /// <summary>Who releases.</summary>
    [Parameter("publish (this tool), dispatch (the team's release workflow), release-please or await-tag; publish unless set")]
    [Category("Release")]
    string? ReleaseStrategy => TryGetValue(() => ReleaseStrategy);

    /// <summary>The team's release workflow.</summary>
    [Parameter("File name of the release workflow that dispatch starts; release.yml unless set")]
    [Category("Release")]
    string? ReleaseWorkflow => TryGetValue(() => ReleaseWorkflow);

    /// <summary>Its inputs.</summary>
    [Parameter("Inputs of that workflow, name=value; {ref}, {sha} and {version} are filled in; ref={ref},sha={sha} unless set", Separator = ",")]
    [Category("Release")]
    string[]? ReleaseInputs => TryGetValue<string[]?>(() => ReleaseInputs);

    /// <summary>Assets.</summary>
    [Parameter("Files to attach to the release", Separator = ",")]
    [Category("Release")]
    string[]? ReleaseAssets => TryGetValue<string[]?>(() => ReleaseAssets);

    /// <summary>Owner of the forward-port.</summary>
    [Parameter("Who sees to it that the fix of an exceptional release reaches the default branch; the pull request's author unless set")]
    [Category("Fixes that are owed")]
    string? ForwardPortOwner => TryGetValue(() => ForwardPortOwner);

    /// <summary>Due date of the forward-port.</summary>
    [Parameter("How long that may take, 1h to 90d; 3d unless set")]
    [Category("Fixes that are owed")]
    string? ForwardPortDue => TryGetValue(() => ForwardPortDue);

    /// <summary>Release in spite of debt.</summary>
    [Parameter("Reason for a release while a fix that production has is not on the default branch; recorded on its issue and in the release notes")]
    [Category("Fixes that are owed")]
    string? AcceptDebt => TryGetValue(() => AcceptDebt);

    /// <summary>The App of the workflows.</summary>
    [Parameter("App that the workflows act as, by its name in its address: what it writes is believed, as no other bot is; read at the base branch")]
    [Category("GitHub, and who is told")]
    string? HotfixApp => TryGetValue(() => HotfixApp);

    /// <summary>Who is told.</summary>
    [Secret]
    [Parameter("Webhooks to tell what happens: an address of Slack's, slack=https://..., or json=https://... for any other", Separator = ",")]
    [Category("GitHub, and who is told")]
    string[]? Notify => TryGetValue<string[]?>(() => Notify);

    /// <summary>API address.</summary>
    [Parameter("Address of GitHub's API; found from the remote's host unless set")]
    [Category("GitHub, and who is told")]
    string? GitHubApiUrl => TryGetValue(() => GitHubApiUrl);

    /// <summary>Credential.</summary>
    [Secret]
    [Parameter("GitHub token; GITHUB_TOKEN, GH_TOKEN, or what git's credential helper has, unless set")]
    [Category("GitHub, and who is told")]
    string? Token => TryGetValue(() => Token);

    /// <summary>Rehearsal.</summary>
    [Parameter("Print the plan that would be applied, and apply nothing")]
    [Category("What a run prints")]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;

    /// <summary>Machine-readable output.</summary>
    [Parameter("Print one JSON document on standard output and everything else on standard error")]
    [Category("What a run prints")]
    bool Json => TryGetValue<bool?>(() => Json) ?? false;

    /// <summary>The run: what was asked for, what was seen, what was done. One per build.</summary>
    HotfixRun Run => HotfixRun.Of(this);
}
