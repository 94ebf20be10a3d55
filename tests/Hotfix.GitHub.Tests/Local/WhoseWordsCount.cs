using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub.Issues;
using Hotfix.LocalGitHub.Faults;

namespace Hotfix.GitHub.Tests.Local;

public class CommentOfAStrangerUnderOurMark
{
    private static readonly Marker Thread = new("thread/null-ref");

    [Fact]
    public async Task IsNeitherReadNorTouchedAndSaidOnce()
    {
        await using Shop shop = await Shop.StartAsync();
        int number = (await shop.OpenAsync()).Number;
        string forged = Thread.On("approved by the CTO");
        await shop.PostAsync("rob", $"issues/{number}/comments", new { body = forged });
        var comments = new Comments(shop.Connect("ada"));

        IssueComment? before = await comments.FindAsync(number, Thread, CancellationToken.None);
        IssueComment ours = await comments.PutAsync(number, Thread, "Started.", CancellationToken.None);
        await comments.PutAsync(number, Thread, "Merged.", CancellationToken.None);

        Assert.Null(before);
        Assert.Equal("ada", ours.Author);
        Assert.Equal([("rob", forged), ("ada", Thread.On("Merged."))], await shop.CommentsAsync(number));
        Assert.Contains("rob, who may not write", Assert.Single(shop.Notices), StringComparison.Ordinal);
        Assert.Equal(1, shop.Server.Requests.Snapshot().Count(request => request.Path.EndsWith("/collaborators/rob/permission", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DoesNotStandInTheWayOfAColleagueFindingOurs()
    {
        await using Shop shop = await Shop.StartAsync();
        int number = (await shop.OpenAsync()).Number;
        await shop.PostAsync("rob", $"issues/{number}/comments", new { body = Thread.On("no") });
        IssueComment ours = await new Comments(shop.Connect("ada")).PutAsync(number, Thread, "Started.", CancellationToken.None);

        IssueComment found = await new Comments(shop.Connect("grace")).PutAsync(number, Thread, "Gone on with.", CancellationToken.None);

        Assert.Equal(ours.Id, found.Id);
        Assert.Equal(2, (await shop.CommentsAsync(number)).Length);
    }

    [Fact]
    public async Task IsOnesOwnForOneselfWhereNobodyTellsWhoMayWrite()
    {
        await using Shop shop = await Shop.StartAsync();
        int number = (await shop.OpenAsync()).Number;
        await shop.PostAsync("rob", $"issues/{number}/comments", new { body = Thread.On("Mine.") });
        await shop.PostAsync("ada", $"issues/{number}/comments", new { body = new Marker("other").On("Hers.") });
        var asReader = new Comments(shop.Connect("rob"));

        IssueComment? own = await asReader.FindAsync(number, Thread, CancellationToken.None);
        IssueComment? other = await asReader.FindAsync(number, new Marker("other"), CancellationToken.None);

        Assert.Equal("rob", own?.Author);
        Assert.Null(other);
        Assert.Contains(shop.Notices, notice => notice.StartsWith("Whether ada may write is not told", StringComparison.Ordinal));
    }
}

public class AccountsOfApps
{
    private static readonly Marker Thread = new("thread/null-ref");

    [Theory]
    [InlineData("shop-hotfix[bot]", "shop-hotfix", true)]
    [InlineData("lint[bot]", "shop-hotfix", false)]
    [InlineData("github-actions[bot]", "shop-hotfix", false)]
    [InlineData("github-actions[bot]", null, true)]
    [InlineData("lint[bot]", null, false)]
    [InlineData("shop-hotfix[bot]", null, false)]
    public async Task AreOursWhereTheSettingsNameThem(string author, string? app, bool isOurs)
    {
        await using Shop shop = await Shop.StartAsync();
        int number = (await shop.OpenAsync()).Number;
        shop.AddApp(author);
        await shop.PostAsync(author, $"issues/{number}/comments", new { body = Thread.On("From CI.") });

        IssueComment? found = await new Comments(shop.Connect("ada", app: app)).FindAsync(number, Thread, CancellationToken.None);

        Assert.Equal(isOurs, found is not null);
    }

    [Fact]
    public async Task FindOnTheLaptopAndInCiTheSameThread()
    {
        await using Shop shop = await Shop.StartAsync();
        int number = (await shop.OpenAsync()).Number;
        shop.AddApp("shop-hotfix[bot]");

        IssueComment inCi = await new Comments(shop.Connect("shop-hotfix[bot]", app: "shop-hotfix")).PutAsync(
            number,
            Thread,
            "From CI.",
            CancellationToken.None
        );
        IssueComment onLaptop = await new Comments(shop.Connect("grace", app: "shop-hotfix")).PutAsync(
            number,
            Thread,
            "From the laptop.",
            CancellationToken.None
        );
        IssueComment again = await new Comments(shop.Connect("shop-hotfix[bot]", app: "shop-hotfix")).PutAsync(
            number,
            Thread,
            "From CI again.",
            CancellationToken.None
        );

        Assert.Equal((inCi.Id, inCi.Id), (onLaptop.Id, again.Id));
        Assert.Single(await shop.CommentsAsync(number));
    }

    [Fact]
    public async Task KnowThemselvesWithoutBeingNamed()
    {
        await using Shop shop = await Shop.StartAsync();
        int number = (await shop.OpenAsync()).Number;
        shop.AddApp("shop-hotfix[bot]");
        IssueComment first = await new Comments(shop.Connect("shop-hotfix[bot]")).PutAsync(number, Thread, "From CI.", CancellationToken.None);

        IssueComment second = await new Comments(shop.Connect("shop-hotfix[bot]")).PutAsync(number, Thread, "From the next run.", CancellationToken.None);

        Assert.Equal(first.Id, second.Id);
    }
}

public class IssueOfAStrangerUnderOurMark
{
    [Fact]
    public async Task IsSeenAndNotOurs()
    {
        await using Shop shop = await Shop.StartAsync();
        var wanted = new NewIssue(new Marker("post-mortem/v1.0.0"), "Post-mortem", "What happened.", ["post-mortem"], []);
        await shop.PostAsync("rob", "issues", new { title = "Nothing to see", body = wanted.Marker.On("Closed.") });
        await shop.PostAsync("grace", "issues/1/labels", new { labels = wanted.Labels });
        var issues = new IssueCalls(shop.Connect("ada"));

        Issue? found = await issues.FindAsync(wanted.Marker, "post-mortem", CancellationToken.None);
        Issue opened = await issues.CreateAsync(wanted, CancellationToken.None);

        Assert.Null(found);
        Assert.Equal((2, true), (opened.Number, opened.IsOurs));
        Assert.Equal([true, false], (await issues.ListAsync("post-mortem", includeClosed: false, CancellationToken.None)).Select(issue => issue.IsOurs));
    }
}

public class ReviewByAReader
{
    [Fact]
    public async Task IsSeenAndDoesNotCount()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();
        shop.AddApp("approver[bot]");
        await shop.PostAsync("rob", $"pulls/{open.Number}/reviews", new { @event = "APPROVE" });
        await shop.PostAsync("approver[bot]", $"pulls/{open.Number}/reviews", new { @event = "APPROVE" });
        await shop.PostAsync("grace", $"pulls/{open.Number}/reviews", new { @event = "REQUEST_CHANGES", body = "No." });
        GitHubAreas reader = shop.Reader("ada");

        IReadOnlyList<Review> reviews = await reader.Reviews.ListAsync(open.Number, CancellationToken.None);
        await reader.Reviews.ListAsync(open.Number, CancellationToken.None);

        Assert.Equal([("rob", false), ("approver[bot]", true), ("grace", true)], reviews.Select(review => (review.Author, review.CanWrite)));
        Assert.Equal(1, shop.Server.Requests.Snapshot().Count(request => request.Path.EndsWith("/graphql", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task IsAskedAboutOneByOneWhereGraphQLDoesNotAnswer()
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();
        await shop.PostAsync("rob", $"pulls/{open.Number}/reviews", new { @event = "APPROVE" });
        await shop.PostAsync("grace", $"pulls/{open.Number}/reviews", new { @event = "APPROVE" });
        shop.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                Status = 403,
                Method = "POST",
                Path = "*/graphql",
                Count = 10,
            }
        );

        IReadOnlyList<Review> reviews = await shop.Reader("ada").Reviews.ListAsync(open.Number, CancellationToken.None);

        Assert.Equal([("rob", false), ("grace", true)], reviews.Select(review => (review.Author, review.CanWrite)));
    }
}
