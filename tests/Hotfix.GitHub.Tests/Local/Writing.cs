using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub.Issues;
using Hotfix.LocalGitHub.Faults;

namespace Hotfix.GitHub.Tests.Local;

public class IssueWithAMarker
{
    private static readonly NewIssue Debt = new(new Marker("forward-port/null-ref"), "Carry the fix to main", "Why.", ["forward-port"], ["ada"]);

    [Fact]
    public async Task IsOpenedOnceChangedAndClosed()
    {
        await using Shop shop = await Shop.StartAsync();
        var issues = new IssueCalls(shop.Connect("ada"));
        shop.Server.Faults.Add(new Fault(FaultKind.ResetAfter) { Method = "POST", Path = "/repos/acme/shop/issues" });

        Issue made = await issues.CreateAsync(Debt, CancellationToken.None);
        Issue again = await issues.CreateAsync(Debt, CancellationToken.None);
        await issues.UpdateAsync(made.Number, new IssueChange { Title = "Carried", IsOpen = false }, CancellationToken.None);
        await issues.UpdateAsync(made.Number, new IssueChange { Title = "Carried", IsOpen = false }, CancellationToken.None);

        Assert.Equal(made.Number, again.Number);
        Assert.Equal(["forward-port"], made.Labels);
        Assert.Equal(["ada"], made.Assignees);
        Issue? found = await issues.FindAsync(Debt.Marker, "forward-port", CancellationToken.None);
        Assert.Equal((made.Number, "Carried", false, true), (found!.Number, found.Title, found.IsOpen, Debt.Marker.IsAtFrontOf(found.Body)));
        Assert.Empty(await issues.ListAsync("forward-port", includeClosed: false, CancellationToken.None));
        Assert.Equal((1, 1), (shop.Count("POST"), shop.Count("PATCH")));
    }

    [Fact]
    public async Task IsOpenedAnewWhenTheLastOneIsClosed()
    {
        await using Shop shop = await Shop.StartAsync();
        var issues = new IssueCalls(shop.Connect("ada"));
        Issue first = await issues.CreateAsync(Debt, CancellationToken.None);
        await issues.UpdateAsync(first.Number, new IssueChange { IsOpen = false }, CancellationToken.None);

        Issue second = await issues.CreateAsync(Debt, CancellationToken.None);

        Assert.NotEqual(first.Number, second.Number);
        Assert.Equal(second.Number, (await issues.FindAsync(Debt.Marker, "forward-port", CancellationToken.None))!.Number);
    }

    [Fact]
    public async Task IsNoPullRequestOfThatLabel()
    {
        await using Shop shop = await Shop.StartAsync();
        Outcome opened = await shop.Writer("ada").ApplyAsync(shop.Open, CancellationToken.None);
        int number = (await shop.Reader("ada").PullRequests.ListAsync(shop.Open.Draft.HeadBranch, CancellationToken.None)).Single().Number;
        var issues = new IssueCalls(shop.Connect("ada"));

        IReadOnlyList<Issue> found = await issues.ListAsync("hotfix", includeClosed: true, CancellationToken.None);

        Assert.False(opened.WasFound);
        Assert.Empty(found);
        Assert.Null(await issues.FindAsync(number, CancellationToken.None));
        Assert.Null(await issues.FindAsync(number + 1, CancellationToken.None));
    }
}

public class CommentWithAMarker
{
    [Fact]
    public async Task IsWrittenOnceAndChangedInPlace()
    {
        await using Shop shop = await Shop.StartAsync();
        var marker = new Marker("thread");
        int number = (
            await new IssueCalls(shop.Connect("ada")).CreateAsync(new NewIssue(new Marker("incident"), "Down", "", ["incident"], []), CancellationToken.None)
        ).Number;
        var comments = new Comments(shop.Connect("ada"));
        await comments.PutAsync(number, new Marker("other"), "Somebody else's.", CancellationToken.None);
        shop.Server.Faults.Add(new Fault(FaultKind.TruncatedBody) { Method = "POST", Path = "/repos/acme/shop/issues/*/comments" });

        IssueComment made = await comments.PutAsync(number, marker, "Started.", CancellationToken.None);
        await comments.PutAsync(number, marker, "Merged.", CancellationToken.None);
        await comments.PutAsync(number, marker, "Merged.", CancellationToken.None);

        (string Author, string Body)[] all = await shop.CommentsAsync(number);
        Assert.Equal([("ada", marker.On("Merged."))], all.Where(comment => marker.IsAtFrontOf(comment.Body)));
        Assert.Equal((2, made.Id), (all.Length, (await comments.FindAsync(number, marker, CancellationToken.None))!.Id));
        Assert.Equal(1, shop.Count("PATCH"));
    }

    [Fact]
    public async Task IsNotOneThatQuotesIt()
    {
        await using Shop shop = await Shop.StartAsync();
        var marker = new Marker("thread");
        int number = (
            await new IssueCalls(shop.Connect("ada")).CreateAsync(new NewIssue(new Marker("incident"), "Down", "", ["incident"], []), CancellationToken.None)
        ).Number;
        var comments = new Comments(shop.Connect("ada"));
        await comments.PutAsync(number, new Marker("words"), $"See {marker.Text} above", CancellationToken.None);

        await comments.PutAsync(number, marker, "Started.", CancellationToken.None);

        Assert.Equal(["Started."], (await shop.CommentsAsync(number)).Skip(1).Select(comment => comment.Body.Split('\n')[^1]));
    }
}

public class DraftOfSomebodyElse
{
    // Release-drafter keeps a draft of the next version; ours had none of the hotfix's notes in it.
    [Fact]
    public async Task GetsOurNotesBeforeItsOwnOnce()
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.PostAsync(
            "grace",
            "releases",
            new
            {
                tag_name = "v1.0.0",
                name = "1.0.0",
                body = "What's changed: a lot",
                draft = true,
            }
        );
        var step = new PlanStep.DraftRelease(
            ReleaseTag.TryParse("v1.0.0")!,
            shop.Head,
            "1.0.0",
            PlanStep.DraftRelease.Mark.On("| link of the chain | commit |\n")
        );

        PublishedRelease? before = await shop.Reader("ada").Releases.FindAsync(step.Tag, CancellationToken.None);
        Outcome taken = await shop.Writer("ada").ApplyAsync(step, CancellationToken.None);
        Outcome again = await shop.Writer("ada").ApplyAsync(step, CancellationToken.None);
        PublishedRelease? after = await shop.Reader("ada").Releases.FindAsync(step.Tag, CancellationToken.None);

        Assert.Equal((true, false), (before!.IsForeignDraft, after!.IsForeignDraft));
        Assert.Equal((false, true), (taken.WasFound, again.WasFound));
        string body = (await shop.Connect("ada").Octokit.Repository.Release.GetAll("acme", "shop")).Single().Body;
        Assert.Equal($"{PlanStep.DraftRelease.Mark.Text}\n| link of the chain | commit |\n\n---\n\nWhat's changed: a lot\n", body);
    }
}
