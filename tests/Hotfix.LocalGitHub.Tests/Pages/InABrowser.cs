using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Octokit;

namespace Hotfix.LocalGitHub.Tests.Pages;

public sealed class InABrowser
{
    [Fact]
    public async Task ShowsAPullRequestWithWhatWasSaid()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("hotfix/total");
        await lab.Client("dev").Issue.Labels.AddToIssue("acme", "shop", pull.Number, ["hotfix"]);
        await lab.Client("dev").Issue.Comment.Create("acme", "shop", pull.Number, "First word.");
        lab.Clock.Advance(TimeSpan.FromMinutes(1));
        await lab.Client("rita")
            .PullRequest.Review.Create(
                "acme",
                "shop",
                pull.Number,
                new PullRequestReviewCreate { Event = PullRequestReviewEvent.Approve, Body = "Second word." }
            );
        lab.Clock.Advance(TimeSpan.FromMinutes(1));
        IssueComment last = await lab.Client("dev").Issue.Comment.Create("acme", "shop", pull.Number, "Third word.");

        string page = await lab.Http(null).GetStringAsync(pull.HtmlUrl);

        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>Fix hotfix/total &#183; Pull request #1: hotfix/total into main &#183; acme/shop</title>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state is-open\">Open</span>", page, StringComparison.Ordinal);
        Assert.Contains("<div><dt>Labels</dt><dd>hotfix</dd></div>", page, StringComparison.Ordinal);
        Assert.Contains($"<article id=\"issuecomment-{last.Id}\">", page, StringComparison.Ordinal);
        Assert.Matches("(?s)<p>Because.</p>.*First word.*rita <span>approved.*Second word.*Third word", page);
    }

    [Fact]
    public async Task ShowsAnIssueWithItsPeople()
    {
        await using Lab lab = await Lab.StartAsync();
        var wanted = new NewIssue("Why it broke") { Body = "- [x] found\n- [ ] prevented" };
        wanted.Assignees.Add("rita");
        Issue issue = await lab.Client("dev").Issue.Create("acme", "shop", wanted);
        await lab.Client("dev").Issue.Update("acme", "shop", issue.Number, new IssueUpdate { State = ItemState.Closed });

        string page = await lab.Http(null).GetStringAsync(issue.HtmlUrl);

        Assert.Contains("<dt>Assignees</dt><dd>rita</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state is-closed\">Closed</span>", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"done\">☑</span> found", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"to do\">☐</span> prevented", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowsAReleaseAndItsDraftBefore()
    {
        await using Lab lab = await Lab.StartAsync();
        IReleasesClient releases = lab.Client("dev").Repository.Release;
        Release draft = await releases.Create(
            "acme",
            "shop",
            new NewRelease("line/v1.0.1")
            {
                Draft = true,
                TargetCommitish = "main",
                Name = "Shop 1.0.1",
                Body = "Totals add up.",
            }
        );

        string before = await lab.Http(null).GetStringAsync(draft.HtmlUrl);
        Release release = await releases.Edit("acme", "shop", draft.Id, new ReleaseUpdate { TagName = "line/v1.0.1", Draft = false });
        string after = await lab.Http(null).GetStringAsync(release.HtmlUrl);

        Assert.Contains("is-draft\">Draft</span> Release line/v1.0.1", before, StringComparison.Ordinal);
        Assert.Contains("is-latest\">Latest</span> Release line/v1.0.1", after, StringComparison.Ordinal);
        Assert.Contains("<h1>Shop 1.0.1</h1>", after, StringComparison.Ordinal);
        Assert.Contains("<p>Totals add up.</p>", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/acme/shop/pull/7")]
    [InlineData("/acme/shop/issues/99999999999999")]
    [InlineData("/acme/nothing/issues/1")]
    [InlineData("/acme/shop/releases/tag/v9")]
    [InlineData("/acme/shop/releases/tag/%zz")]
    public async Task SaysWhatIsNotThere(string path)
    {
        await using Lab lab = await Lab.StartAsync();

        HttpResponseMessage answer = await lab.Http(null).GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>Not found</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendsOnWhoeverTakesAPullRequestForAnIssue()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("hotfix/total");

        HttpResponseMessage answer = await lab.Http(null).GetAsync($"/ACME/shop/issues/{pull.Number}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"/acme/shop/pull/{pull.Number}", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task AllowsTheOneStyleAndNothingElse()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("hotfix/total");

        HttpResponseMessage answer = await lab.Http(null).GetAsync(new Uri(pull.HtmlUrl));

        string page = await answer.Content.ReadAsStringAsync();
        string style = Regex.Match(page, "(?s)<style>(.*?)</style>").Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        string policy = $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'";
        Assert.Equal([$"{policy}; frame-ancestors 'none'"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script| style=", page);
    }

    [Fact]
    public async Task IsNoTraffic()
    {
        await using Lab lab = await Lab.StartAsync();
        PullRequest pull = await lab.OpenAsync("hotfix/total");
        lab.Server.Faults.Add(new Faults.Fault(Faults.FaultKind.ResetBefore));
        int before = lab.Server.Requests.Count;

        HttpResponseMessage answer = await lab.Http("dev").GetAsync(new Uri(pull.HtmlUrl));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, lab.Server.Requests.Count);
    }

    [Theory]
    [InlineData("POST", "/acme/shop/pull/1", HttpStatusCode.NotImplemented)]
    [InlineData("GET", "/acme/shop", HttpStatusCode.NotImplemented)]
    [InlineData("GET", "/acme/shop/pull/1.diff", HttpStatusCode.NotImplemented)]
    [InlineData("GET", "/api/v3/acme/shop/pull/1", HttpStatusCode.NotImplemented)]
    [InlineData("GET", "/repos/acme/issues/1", HttpStatusCode.NotImplemented)]
    [InlineData("GET", "/repos/acme/shop/issues/1", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/acme/shop/info/refs", HttpStatusCode.Unauthorized)]
    public async Task LeavesOtherAddressesAsTheyWere(string method, string path, HttpStatusCode expected)
    {
        await using Lab lab = await Lab.StartAsync();

        HttpResponseMessage answer = await lab.Http(null).SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(expected, answer.StatusCode);
    }
}
