using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Tests.Telling;

public sealed class StoryOfAHotfix
{
    private static readonly ThreadSeen Open = new(Some.Snapshot with { Hotfix = Some.Pushed, PullRequest = Some.Open }, "acme/shop");
    private static readonly Wait Review = new("0 of 1 approvals", "a review by grace", IsPerson: true);

    private static readonly RemoteTag Tag = new("v1.4.3", Some.Sha(3), Some.MergeCommit);

    private static readonly ThreadSeen Released = Open with
    {
        Snapshot = Open.Snapshot with
        {
            PullRequest = Some.Merged,
            Remote = Some.Remote with { Tags = [new RemoteTag("v1.4.2", Some.Sha(2), Some.Sha(2)), new RemoteTag("v2.0.0", Some.Sha(4), Some.Sha(4)), Tag] },
            Release = new ReleaseSnapshot { Commit = Some.MergeCommit, TagsContaining = [Tag] },
        },
    };

    public static TheoryData<string, string> States =>
        new()
        {
            { "open", "the pull request is open" },
            { "waits", "waits: 0 of 1 approvals; cleared by a review by grace" },
            { "refused", "stopped: It went wrong. (HF4016)" },
            { "closed", "the pull request was closed without being merged" },
            { "merged", "merged; the release comes next" },
            { "released", "v1.4.3 is released" },
            { "deployed", "production runs v1.4.3" },
            { "verified", "production runs v1.4.3, and was seen to" },
            { "back", "production went back to v1.4.2: it made things worse" },
            { "given up", "given up: it made things worse" },
        };

    [Theory]
    [MemberData(nameof(States))]
    public void SaysWhereItStands(string what, string state)
    {
        ThreadSeen seen = what switch
        {
            "waits" => Open with { Waits = [Review] },
            "refused" => Open with { Refusal = new Refusal("HF4016", "It went wrong.", "x", "y") },
            "closed" => Open with { Snapshot = Open.Snapshot with { PullRequest = Some.Closed } },
            "merged" => Released with { Snapshot = Released.Snapshot with { Release = null } },
            "released" => Released,
            "deployed" => Released with { Deployments = [Deployed("production")] },
            "verified" => Released with { Deployments = [Deployed("production")], IsVerified = true },
            "back" => Released with { End = ThreadEnd.WentBack, WentBackTo = ReleaseTag.TryParse("v1.4.2"), EndReason = "it made things worse" },
            "given up" => Open with { End = ThreadEnd.GivenUp, EndReason = "it made things worse" },
            _ => Open,
        };

        ThreadFacts facts = ThreadStory.Tell(seen, ThreadStory.Remember(seen, ThreadLog.Empty));

        Assert.Equal(state, facts.State);
    }

    [Fact]
    public void RemembersWhatALaterLookCannotKnow()
    {
        ThreadSeen early = Open with
        {
            Snapshot = Open.Snapshot with
            {
                LaneSituation = new LaneSituation { BaseBranch = Some.Main, Evidence = ["main is what production runs"] },
            },
            Overrides = [new ThreadOverride("larger than a hotfix may be", "generated", "ada")],
            Waits = [Review],
        };
        ThreadLog log = ThreadStory.Remember(early, ThreadLog.Empty);
        ThreadSeen late = Released with { Snapshot = Released.Snapshot with { Hotfix = Some.Pushed with { Commits = [] } } };

        ThreadFacts facts = ThreadStory.Tell(late, ThreadStory.Remember(late, log));

        Assert.Equal(["main is what production runs"], facts.LaneReasons);
        Assert.Equal(("generated", "ada"), (Assert.Single(facts.Overrides).Reason, facts.Overrides[0].Who));
        Assert.Equal(Some.Commit.CommittedAt, facts.Timeline!.First(MomentKind.FirstCommit)!.At);
        Assert.Contains(log.Entries, entry => entry is { Kind: ThreadEntryKind.Wait, What: "0 of 1 approvals", Who: "a review by grace" });
    }

    [Fact]
    public void IsTheSameForTheSameLookHoweverOftenItIsTold()
    {
        ThreadSeen seen = Released with { Deployments = [Deployed("production")], IsVerified = true, Waits = [Review] };
        ThreadLog first = ThreadStory.Remember(seen, ThreadLog.Empty);

        ThreadSeen again = seen with { Snapshot = seen.Snapshot with { TakenAt = Some.Day(30) } };
        ThreadLog second = ThreadStory.Remember(again, ThreadLog.Read(first.Text));

        Assert.Equal(
            ThreadText.Compose(ThreadStory.Tell(seen, first), first, AnnouncementRecord.Empty),
            ThreadText.Compose(ThreadStory.Tell(again, second), second, AnnouncementRecord.Empty)
        );
    }

    [Theory]
    [InlineData("main", "v1.4.2")]
    [InlineData("support/1.4", "v1.4.2")]
    [InlineData("support/1.3", null)]
    public void NamesTheReleaseBeforeAsTheWayBack(string baseBranch, string? before)
    {
        Snapshot snapshot = Released.Snapshot with { BaseBranch = BranchName.Parse(baseBranch) };

        Assert.Equal(before, ThreadStory.Previous(snapshot, ReleaseTag.TryParse("v1.4.3")!)?.Name);
    }

    [Fact]
    public void SaysThatItWentOnOnlyAfterAFailure()
    {
        ThreadSeen failed = Open with { Refusal = new Refusal("HF4016", "It went wrong.", "because", "y") };

        ThreadLog log = new[] { Open, failed, failed, Open, Open }.Aggregate(ThreadLog.Empty, (all, seen) => ThreadStory.Remember(seen, all));

        Assert.Equal(
            [ThreadEntryKind.Failure, ThreadEntryKind.Retry],
            log.Entries.Where(entry => entry.Kind != ThreadEntryKind.Moment).Select(entry => entry.Kind)
        );
    }

    [Fact]
    public void IsAnnouncedInTheOrderInWhichItHappened()
    {
        ThreadSeen seen = Released with
        {
            IsStarted = true,
            Deployments = [Deployed("hotfix-staging"), Deployed("production"), Deployed("elsewhere") with { Status = null }],
            End = ThreadEnd.Finished,
        };

        IReadOnlyList<Announcement> announcements = ThreadAnnouncements.Of(seen);

        Assert.Equal(
            ["started", "pr-opened", "merged", "released", "staged", "deployed", "finished"],
            announcements.Select(it => AnnouncementText.Name(it.Event))
        );
        Assert.All(announcements, it => Assert.Equal("null ref in checkout", it.Description));
        Assert.Equal((Some.MergeCommit, "7"), (announcements[5].Sha!.Value, announcements[5].Occurrence));
    }

    [Fact]
    public void ThatWaitsForAMachineIsNotBlocked()
    {
        ThreadSeen machine = Open with { Waits = [new Wait("check 'build' is in progress", "CI", IsPerson: false)] };
        ThreadSeen person = machine with { Waits = [.. machine.Waits, Review] };

        Assert.DoesNotContain(ThreadAnnouncements.Of(machine), it => it.Event == AnnouncementEvent.Blocked);
        Assert.Equal(
            ("0 of 1 approvals", "a review by grace"),
            ThreadAnnouncements.Of(person).Where(it => it.Event == AnnouncementEvent.Blocked).Select(it => (it.Reason, it.Who)).Single()
        );
    }

    [Theory]
    [InlineData("#17", 17)]
    [InlineData("https://github.com/acme/shop/issues/17", 17)]
    [InlineData("https://github.com/acme/other/issues/17", null)]
    [InlineData("https://github.com/acme/shop/issues/17#issuecomment-1", null)]
    [InlineData("https://status.example/17", null)]
    [InlineData("#0", null)]
    [InlineData(null, null)]
    public void KnowsAnIncidentThatIsAnIssueOfThisRepository(string? incident, int? issue) =>
        Assert.Equal(issue, (Open with { Incident = incident }).IncidentIssue);

    private static Deployment Deployed(string environment) =>
        new(7, environment, Some.MergeCommit, "v1.4.3", "ci", Some.Day(2))
        {
            Status = new DeploymentStatus(8, DeploymentState.Succeeded, "success", "", Some.Day(3)),
        };
}
