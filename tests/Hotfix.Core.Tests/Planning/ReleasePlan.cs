using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Planning;

public sealed class ReleasePlan
{
    private static readonly LocalAsset Asset = new("/out/shop.zip", 10, new string('a', 64));
    private static readonly ReleaseAsset Uploaded = new("shop.zip", 10, IsUploaded: true, new string('a', 64));
    private static readonly PublishedRelease Published = new(
        1,
        "v1.4.3",
        "https://github.com/acme/shop/releases/v1.4.3",
        IsDraft: false,
        IsPrerelease: false,
        Some.Day(1),
        []
    );

    private static readonly Snapshot Tagged = With(release => release with { TagsContaining = [Some.Tag("v1.4.3", Some.MergeCommit)] });

    [Fact]
    public void TagsDraftsUploadsAndPublishes()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(With(release => release with { Assets = [Asset] })));

        Assert.Equal("CreateTag DraftRelease UploadAsset PublishRelease", ready.Steps());
        var tag = Assert.IsType<PlanStep.CreateTag>(ready.Steps[0]);
        Assert.Equal(("v1.4.3", Some.MergeCommit), (tag.Tag.Name, tag.Commit));
        Assert.EndsWith($"\n\nHotfix-Lane: standard\nHotfix-Pull-Request: {Some.Open.Url}\n", tag.Message, StringComparison.Ordinal);
        Assert.Contains("version 1.4.3: GitVersion on a window of 12 commits says 1.4.3-2, after v1.4.2", ready.Notes);
    }

    [Theory]
    [InlineData("v1.4.2", true)]
    [InlineData("v1.5.0", false)]
    [InlineData("nightly", true)]
    public void IsLatestOnlyWhenNothingHigherIs(string latest, bool isLatest)
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(With(release => release with { HighestRelease = ReleaseTag.TryParse(latest) })));

        Assert.Equal(isLatest, Assert.IsType<PlanStep.PublishRelease>(ready.Steps[^1]).IsLatest);
    }

    [Fact]
    public void AStatusDoesNotAnswerForACheckThatIsBoundToAnApp()
    {
        CheckResult status = Some.Check("build", CheckState.Passed) with { Kind = CheckKind.CommitStatus, AppId = null, Id = null };
        Snapshot bound = With(release => release with { Checks = [status], SameContentAs = null }) with
        {
            Rules = Some.Releasable.Rules with { RequiredChecks = [new RequiredCheck("build", AppId: 15368)] },
        };

        Assert.NotEmpty(Plan(bound).Waits());
        Assert.NotEmpty(Plan(Change(bound, release => release with { Checks = [Some.Check("build", CheckState.Passed) with { AppId = 99 }] })).Waits());
        Assert.IsType<PlanResult.Ready>(
            Plan(Change(bound, release => release with { Checks = [status, Some.Check("build", CheckState.Passed) with { AppId = 15368 }] }))
        );
        Assert.IsType<PlanResult.Refused>(Plan(Change(bound, release => release with { Checks = [status with { State = CheckState.Failed }] })));
    }

    [Fact]
    public void GoesOnAfterTheTag() => Assert.Equal("DraftRelease PublishRelease", Plan(Tagged).Steps());

    [Fact]
    public void GoesOnAfterAnUploadThatBrokeOff()
    {
        Snapshot snapshot = Change(Tagged, release =>
            release with
            {
                Assets = [Asset, Asset with { Path = "/out/b.zip" }],
                Release = Published with { IsDraft = true, Assets = [Uploaded with { IsUploaded = false }, Uploaded with { Name = "b.zip" }] },
            }
        );

        var ready = Assert.IsType<PlanResult.Ready>(Plan(snapshot));

        Assert.Equal("UploadAsset PublishRelease", ready.Steps());
        Assert.Equal(2, Assert.IsType<PlanStep.PublishRelease>(ready.Steps[1]).ExpectedAssets.Count);
    }

    [Fact]
    public void UploadsAgainWhatHasOtherContent()
    {
        Snapshot snapshot = Change(Tagged, release =>
            release with
            {
                Assets = [Asset],
                Release = Published with { IsDraft = true, Assets = [Uploaded with { Sha256 = new string('b', 64) }] },
            }
        );

        Assert.Equal("UploadAsset PublishRelease", Plan(snapshot).Steps());
    }

    [Fact]
    public void KeepsTheIncidentInTheNotesOfAContinuedRelease()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Tagged, Some.Request with { Incident = "#99" }));

        Assert.Contains("Incident: #99", Assert.IsType<PlanStep.DraftRelease>(ready.Steps[0]).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public void FindsItPublished()
    {
        Snapshot snapshot = Change(Tagged, release => release with { Assets = [Asset], Release = Published with { Assets = [Uploaded] }, Latest = Published });

        Assert.StartsWith($"release v1.4.3 at {Some.MergeCommit.Short}, published 2026-01-02", Plan(snapshot).Evidence(), StringComparison.Ordinal);
    }

    [Fact]
    public void AddsItsNotesToADraftThatSomebodyElseBegan() =>
        Assert.Contains(
            Assert
                .IsType<PlanResult.Ready>(Plan(Change(Tagged, release => release with { Release = Published with { IsDraft = true, IsForeignDraft = true } })))
                .Steps,
            step => step is PlanStep.DraftRelease
        );

    // The release is fine; that "latest" lags is said, and no failure.
    [Fact]
    public void SaysThatLatestHasNotFollowedYet()
    {
        Snapshot snapshot = Change(Tagged, release =>
            release with
            {
                Release = Published,
                Latest = Published with { TagName = "v1.4.2" },
                HighestRelease = ReleaseTag.TryParse("v1.4.3"),
            }
        );

        string[] evidence = [.. Assert.IsType<PlanResult.NothingToDo>(Plan(snapshot)).Evidence];

        Assert.StartsWith("GitHub shows 'v1.4.2' as the latest, and v1.4.3 is the highest", evidence[1], StringComparison.Ordinal);
    }

    [Fact]
    public void FindsItContainedInTheLowestTag()
    {
        Snapshot snapshot = With(release =>
            release with
            {
                TagsContaining = [Some.Tag("v1.5.0", Some.Sha(50)), Some.Tag("nightly", Some.MergeCommit), Some.Tag("v1.4.9", Some.Sha(49))],
            }
        );

        Assert.Contains("is contained in v1.4.9", Plan(snapshot).Evidence(), StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesAnAssetThatWasPublishedWithout() =>
        Assert.Equal(["HF4035"], Plan(Change(Tagged, release => release with { Assets = [Asset], Release = Published })).Codes());

    [Fact]
    public void RefusesWhenNothingIsMerged() => Assert.Equal(["HF4029"], Plan(Some.Mergeable).Codes());

    [Fact]
    public void RefusesForEveryReasonAtOnce()
    {
        Snapshot snapshot = With(release => release with { Checks = [Some.Check("build", CheckState.Failed)], Version = Some.Calculated("1.4.2") });
        snapshot = snapshot with { Remote = Some.Remote with { Tags = [Some.Tag("v1.4.2", Some.Sha(42))] } };

        Assert.Equal(["HF4030", "HF4031", "HF4032"], Plan(snapshot).Codes());
    }

    [Fact]
    public void RefusesAVersionThatTheHotfixRaisedUntilItIsConfirmed()
    {
        Snapshot snapshot = With(release => release with { Version = Some.Calculated("2.0.0"), VersionWithoutHotfix = Some.Calculated("1.4.3") });

        Assert.Equal(["HF4033"], Plan(snapshot).Codes());
        Assert.IsType<PlanResult.Ready>(Plan(snapshot, Some.Request with { Version = SemanticVersion.TryParse("2.0.0") }));
        Assert.IsType<PlanResult.Ready>(Plan(Change(snapshot, release => release with { VersionWithoutHotfix = Some.Calculated("2.0.0") })));
    }

    [Fact]
    public void RefusesWithoutAVersion()
    {
        Snapshot snapshot = With(release => release with { Version = null });

        Assert.Equal(["HF4036"], Plan(snapshot).Codes());
        Assert.IsType<PlanResult.Ready>(Plan(snapshot, Some.Request with { Version = SemanticVersion.TryParse("1.4.3") }));
    }

    [Fact]
    public void WaitsForTheChecksOfTheCommit()
    {
        Assert.Contains(
            "check 'build' is in progress",
            Assert.Single(Plan(With(release => release with { Checks = [Some.Check("build", CheckState.Pending)] })).Waits()),
            StringComparison.Ordinal
        );
        Assert.Contains("no required check has reported", Assert.Single(Plan(With(release => release with { Checks = [] })).Waits()), StringComparison.Ordinal);
    }

    [Fact]
    public void TakesTheSameContentWhereNoCheckRunsOnTheBase()
    {
        Snapshot later = With(release => release with { Checks = [] }) with { TakenAt = Some.Day(1).AddMinutes(2) };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(Change(later, release => release with { SameContentAs = Some.FixTip })));

        Assert.StartsWith("no check ran on", ready.Notes[0], StringComparison.Ordinal);
        Assert.Single(Plan(later).Waits());
    }

    [Fact]
    public void DoesNotWaitForeverForChecksThatOnlyPullRequestsHave()
    {
        Snapshot early = Some.Releasable with { Rules = new BranchRules { RequiredChecks = [new RequiredCheck("build"), new RequiredCheck("dco")] } };

        Assert.Contains("'dco' has not reported", Assert.Single(Plan(early).Waits()), StringComparison.Ordinal);
        var ready = Assert.IsType<PlanResult.Ready>(Plan(early with { TakenAt = Some.Day(1).AddMinutes(2) }));
        Assert.StartsWith("required check 'dco' did not run on", ready.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void ReleasesTheBaseOutsideAHotfix()
    {
        Snapshot snapshot = Some.Releasable with { Hotfix = null, PullRequest = null };

        var ready = Assert.IsType<PlanResult.Ready>(HotfixPlanner.Plan(Stage.Release, new HotfixRequest(), snapshot));

        Assert.Equal("Release v1.4.3\n", Assert.IsType<PlanStep.CreateTag>(ready.Steps[0]).Message);
        Assert.Contains("Released from main", Assert.IsType<PlanStep.DraftRelease>(ready.Steps[1]).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public void KeepsTheShaChainInTheNotes()
    {
        Snapshot snapshot = Some.Releasable with { PullRequest = Some.Merged with { Body = TestPlan.Reported(Some.Committed).Body } };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(snapshot));

        string notes = Assert.IsType<PlanStep.DraftRelease>(ready.Steps[1]).Notes;
        string[] links =
        [
            $"| base | {Some.BaseTip} |",
            $"| tested | {Some.FixTip} |",
            $"| pull request head | {Some.FixTip} |",
            $"| merge commit | {Some.MergeCommit} |",
        ];
        Assert.All(links, link => Assert.Contains(link, notes, StringComparison.Ordinal));
    }

    private static PlanResult Plan(Snapshot snapshot, HotfixRequest? request = null) => HotfixPlanner.Plan(Stage.Release, request ?? Some.Request, snapshot);

    private static Snapshot With(Func<ReleaseSnapshot, ReleaseSnapshot> change) => Change(Some.Releasable, change);

    private static Snapshot Change(Snapshot snapshot, Func<ReleaseSnapshot, ReleaseSnapshot> change) => snapshot with { Release = change(snapshot.Release!) };
}
