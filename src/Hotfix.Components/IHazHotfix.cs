using System.ComponentModel;
using Hotfix.Components.Running;
using Hotfix.Core.Conventions;

namespace Hotfix.Components;

/// <summary>What every target of the hotfix path shares: its parameters, and the run that they describe.</summary>
public interface IHazHotfix : IEngineBuild
{
    /// <summary>What is broken; names the branch.</summary>
    [Category("Which hotfix")]
    [Parameter("What is broken, in a few words; names the branch hotfix/<slug>")]
    string? Description => TryGetValue(() => Description);

    /// <summary>The ticket.</summary>
    [Category("Which hotfix")]
    [Parameter("Ticket that the fix is for, such as SHOP-123: begins the branch's name, in its own upper and lower case")]
    string? Ticket => TryGetValue(() => Ticket);

    /// <summary>How release tags are named.</summary>
    [Category("Your conventions")]
    [Parameter("How release tags are named, such as release-{version}; found among the tags that exist unless set")]
    string? TagPattern => TryGetValue(() => TagPattern);

    /// <summary>Which product.</summary>
    [Category("Your conventions")]
    [Parameter("Product that is meant where the repository has several, as its tags name it: api for api/v1.4.2")]
    string? Product => TryGetValue(() => Product);

    /// <summary>Where it lies.</summary>
    [Category("Your conventions")]
    [Parameter("Folders of that product; the only folder of its name unless set", Separator = ",")]
    string[]? ProductFolder => TryGetValue<string[]?>(() => ProductFolder);

    /// <summary>How pull requests are titled.</summary>
    [Category("Your conventions")]
    [Parameter("How the pull request is titled, such as 'fix: {description}'; found in the repository, else 'Hotfix: {description}', unless set")]
    string? Title => TryGetValue(() => Title);

    /// <summary>Hotfix branches.</summary>
    [Category("Your conventions")]
    [Parameter("What hotfix branches begin with; hotfix/ unless set")]
    string? HotfixPrefix => TryGetValue(() => HotfixPrefix);

    /// <summary>Forward-port branches.</summary>
    [Category("Your conventions")]
    [Parameter("What branches begin with that carry a fix to the default branch; forward-port/ unless set")]
    string? ForwardPortPrefix => TryGetValue(() => ForwardPortPrefix);

    /// <summary>Revert branches.</summary>
    [Category("Your conventions")]
    [Parameter("What branches begin with that take a release back; revert/ unless set")]
    string? RevertPrefix => TryGetValue(() => RevertPrefix);

    /// <summary>Support branches.</summary>
    [Category("Your conventions")]
    [Parameter("How branches of released lines are named, such as release/{major}.{minor}; support/{major}.{minor} unless set")]
    string? SupportPattern => TryGetValue(() => SupportPattern);

    /// <summary>Names that are the team's, in one value: what the parameters say. A build overrides it where they do not suffice.</summary>
    HotfixConventions Conventions =>
        new GivenNames
        {
            TagPattern = TagPattern,
            Product = Product,
            ProductFolder = ProductFolder is { Length: > 0 } folders ? string.Join(',', folders) : null,
            Title = Title,
            HotfixPrefix = HotfixPrefix,
            ForwardPortPrefix = ForwardPortPrefix,
            RevertPrefix = RevertPrefix,
            SupportPattern = SupportPattern,
        }.Parse();

    /// <summary>Base branch.</summary>
    [Category("Base branch and lane")]
    [Parameter("Branch that the fix goes into; the remote's default branch unless set")]
    string? Base => TryGetValue(() => Base);

    /// <summary>The lane.</summary>
    [Category("Base branch and lane")]
    [Parameter("auto, standard (through the base branch) or exceptional (from what production runs); auto unless set")]
    string? Lane => TryGetValue(() => Lane);

    /// <summary>Production's environment.</summary>
    [Category("Base branch and lane")]
    [Parameter("Environment whose newest successful deployment is what production runs; production unless set")]
    string? ProductionEnvironment => TryGetValue(() => ProductionEnvironment);

    /// <summary>A variable that names production.</summary>
    [Category("Base branch and lane")]
    [Parameter("Variable of that environment, or of the repository, that holds the sha or version that production runs")]
    string? ProductionVariable => TryGetValue(() => ProductionVariable);

    /// <summary>Production's own word.</summary>
    [Category("Base branch and lane")]
    [Parameter("Address at which production answers the sha or version that it runs")]
    string? HealthUrl => TryGetValue(() => HealthUrl);

    /// <summary>Which source of what production runs counts.</summary>
    [Category("Base branch and lane")]
    [Parameter(
        "Which of variable, deployment and health say what production runs, in their order: the first that says anything counts; all, and they must agree, unless set",
        Separator = ","
    )]
    string[]? ProductionSource => TryGetValue<string[]?>(() => ProductionSource);

    /// <summary>Remote.</summary>
    [Category("Base branch and lane")]
    [Parameter("Git remote; the only one, or origin, unless set")]
    string? Remote => TryGetValue(() => Remote);

    /// <summary>Another incident of a name that is finished.</summary>
    [Category("Which hotfix")]
    [Parameter("Start another hotfix of a name that was finished before")]
    bool New => TryGetValue<bool?>(() => New) ?? false;

    /// <summary>A ready-made fix.</summary>
    [Category("Which hotfix")]
    [Parameter("Ready-made fix to put onto the branch: a commit, a range a..b, a patch file, or a merged pull request (#123, or its address)")]
    string? Fix => TryGetValue(() => Fix);

    /// <summary>A linked work tree.</summary>
    [Category("Which hotfix")]
    [Parameter("Folder for a linked work tree, so that the present one is left alone")]
    string? Worktree => TryGetValue(() => Worktree);

    /// <summary>Tests that are run elsewhere.</summary>
    [Category("Tests")]
    [Parameter("File with what a test run proved: Test alone writes it; on the way to a pull request it is taken, and no test is run")]
    string? TestEvidence => TryGetValue(() => TestEvidence);

    /// <summary>Budget: files.</summary>
    [Category("Size of a fix")]
    [Parameter("Most files that a hotfix may change; 20 unless set")]
    int? MaxFiles => TryGetValue<int?>(() => MaxFiles);

    /// <summary>Budget: lines.</summary>
    [Category("Size of a fix")]
    [Parameter("Most lines that a hotfix may change outside tests and lock files; 200 unless set")]
    int? MaxLines => TryGetValue<int?>(() => MaxLines);

    /// <summary>Budget: paths.</summary>
    [Category("Size of a fix")]
    [Parameter("Path patterns that a hotfix leaves alone; migrations, workflows and lock files unless set", Separator = ",")]
    string[]? ForbiddenPaths => TryGetValue<string[]?>(() => ForbiddenPaths);

    /// <summary>Budget: a test.</summary>
    [Category("Size of a fix")]
    [Parameter("Whether a test file must be among the changes; true unless set")]
    bool? RequireTest => TryGetValue<bool?>(() => RequireTest);

    /// <summary>Override of the budget.</summary>
    [Category("Size of a fix")]
    [Parameter("Reason why this fix may be larger; quoted in the pull request")]
    string? OverBudget => TryGetValue(() => OverBudget);

    /// <summary>The incident.</summary>
    [Category("Which hotfix")]
    [Parameter("Incident that the fix is for: an address, or the number of an issue")]
    string? Incident => TryGetValue(() => Incident);

    /// <summary>Labels.</summary>
    [Category("Pull request and merge")]
    [Parameter("Labels of the pull request; hotfix unless set", Separator = ",")]
    string[]? Labels => TryGetValue<string[]?>(() => Labels);

    /// <summary>Reviewers.</summary>
    [Category("Pull request and merge")]
    [Parameter("Logins, or org/team, to ask for a review", Separator = ",")]
    string[]? Reviewers => TryGetValue<string[]?>(() => Reviewers);

    /// <summary>Draft.</summary>
    [Category("Pull request and merge")]
    [Parameter("Open the pull request as a draft")]
    bool Draft => TryGetValue<bool?>(() => Draft) ?? false;

    /// <summary>Merge method.</summary>
    [Category("Pull request and merge")]
    [Parameter("merge, squash or rebase; the first that the repository allows unless set")]
    string? MergeMethod => TryGetValue(() => MergeMethod);

    /// <summary>
    /// Further required checks. Without a separator for NUKE, since the names of matrix jobs hold commas; what is typed is split outside of brackets
    /// and quotes.
    /// </summary>
    [Category("Pull request and merge")]
    [Parameter("Checks that must pass beside those that the repository's rules name")]
    string[]? RequiredChecks => TryGetValue<string[]?>(() => RequiredChecks);

    /// <summary>Auto-merge.</summary>
    [Category("Pull request and merge")]
    [Parameter("Also tell GitHub to merge by itself once the rules are met, so that no run has to be there")]
    bool AutoMerge => TryGetValue<bool?>(() => AutoMerge) ?? false;

    /// <summary>Front of the merge queue.</summary>
    [Category("Pull request and merge")]
    [Parameter("Reason why this fix goes to the front of the merge queue; only where GitHub allows it")]
    string? Jump => TryGetValue(() => Jump);

    /// <summary>Deadline.</summary>
    [Category("Pull request and merge")]
    [Parameter("How long one run waits for checks and reviews, such as 30m; 4h unless set")]
    string? Deadline => TryGetValue(() => Deadline);

    /// <summary>Poll interval.</summary>
    [Category("Pull request and merge")]
    [Parameter("Time between two looks while waiting, 1s to 5m; 15s unless set")]
    string? PollInterval => TryGetValue(() => PollInterval);

    /// <summary>Check grace.</summary>
    [Category("Pull request and merge")]
    [Parameter("Time that a check may take to appear before its absence means something, 0s to 1h; 2m unless set")]
    string? CheckGrace => TryGetValue(() => CheckGrace);

    /// <summary>Version.</summary>
    [Category("Release")]
    [Parameter("Confirms the version to release, such as 1.4.3; GitVersion's unless set")]
    string? Version => TryGetValue(() => Version);

    /// <summary>Numbers of support lines.</summary>
    [Category("Release")]
    [Parameter(
        "How the exceptional lane numbers a release: patch (1.4.3), or suffix (1.4.2-hotfix9bf97126, which sorts below 1.4.2) for who pins exact names; patch unless set"
    )]
    string? VersionScheme => TryGetValue(() => VersionScheme);

    /// <summary>Another source of versions than GitVersion.</summary>
    [Category("Release")]
    [Parameter("Command that prints a commit's version last, in place of GitVersion, such as 'minver' or 'cat VERSION'")]
    string? VersionCommand => TryGetValue(() => VersionCommand);

    /// <summary>Who releases.</summary>
    [Category("Release")]
    [Parameter("publish (this tool), dispatch (the team's release workflow), release-please or await-tag; publish unless set")]
    string? ReleaseStrategy => TryGetValue(() => ReleaseStrategy);

    /// <summary>The team's release workflow.</summary>
    [Category("Release")]
    [Parameter("File name of the release workflow that dispatch starts; release.yml unless set")]
    string? ReleaseWorkflow => TryGetValue(() => ReleaseWorkflow);

    /// <summary>Its inputs.</summary>
    [Category("Release")]
    [Parameter(
        "Inputs of that workflow, name=value; {ref} or {branch}, {sha}, {version} and {tag} are filled in; ref={ref},sha={sha} unless set; compared with its file before anything is changed",
        Separator = ","
    )]
    string[]? ReleaseInputs => TryGetValue<string[]?>(() => ReleaseInputs);

    /// <summary>Assets.</summary>
    [Category("Release")]
    [Parameter("Files to attach to the release", Separator = ",")]
    string[]? ReleaseAssets => TryGetValue<string[]?>(() => ReleaseAssets);

    /// <summary>Owner of the forward-port.</summary>
    [Category("Fixes that are owed")]
    [Parameter("Who sees to it that the fix of an exceptional release reaches the default branch; the pull request's author unless set")]
    string? ForwardPortOwner => TryGetValue(() => ForwardPortOwner);

    /// <summary>Due date of the forward-port.</summary>
    [Category("Fixes that are owed")]
    [Parameter("How long that may take, 1h to 90d; 3d unless set")]
    string? ForwardPortDue => TryGetValue(() => ForwardPortDue);

    /// <summary>Release in spite of debt.</summary>
    [Category("Fixes that are owed")]
    [Parameter("Reason for a release while a fix that production has is not on the default branch; recorded on its issue and in the release notes")]
    string? AcceptDebt => TryGetValue(() => AcceptDebt);

    /// <summary>The App of the workflows.</summary>
    [Category("GitHub, and who is told")]
    [Parameter("App that the workflows act as, by its name in its address: what it writes is believed, as no other bot is; read at the base branch")]
    string? HotfixApp => TryGetValue(() => HotfixApp);

    /// <summary>Who is told.</summary>
    [Secret]
    [Category("GitHub, and who is told")]
    [Parameter("Webhooks to tell what happens: an address of Slack's, slack=https://..., or json=https://... for any other", Separator = ",")]
    string[]? Notify => TryGetValue<string[]?>(() => Notify);

    /// <summary>API address.</summary>
    [Category("GitHub, and who is told")]
    [Parameter("Address of GitHub's API; found from the remote's host unless set")]
    string? GitHubApiUrl => TryGetValue(() => GitHubApiUrl);

    /// <summary>Credential.</summary>
    [Secret]
    [Category("GitHub, and who is told")]
    [Parameter("GitHub token; GITHUB_TOKEN, GH_TOKEN, or what git's credential helper has, unless set")]
    string? Token => TryGetValue(() => Token);

    /// <summary>Rehearsal.</summary>
    [Category("What a run prints")]
    [Parameter("Print the plan that would be applied, and apply nothing")]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;

    /// <summary>Machine-readable output.</summary>
    [Category("What a run prints")]
    [Parameter("Print one JSON document on standard output and everything else on standard error")]
    bool Json => TryGetValue<bool?>(() => Json) ?? false;

    /// <summary>The run: what was asked for, what was seen, what was done. One per build.</summary>
    HotfixRun Run => HotfixRun.Of(this);
}
