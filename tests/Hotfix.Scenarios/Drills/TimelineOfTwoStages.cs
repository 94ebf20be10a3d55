using Hotfix.Drill.Output;
using Hotfix.LocalGitHub;

namespace Hotfix.Scenarios.Drills;

public sealed class TimelineOfTwoStages
{
    [Fact]
    public void IsATableWithItsTotal()
    {
        var timeline = new Timeline();
        timeline.Add(new TimelineEntry("author", TimeSpan.FromSeconds(3.25), null, "commit 1234567"));
        timeline.Add(new TimelineEntry("Release", TimeSpan.FromSeconds(12), new Traffic(10, 8, 2, []), "v1.4.3"));

        string table = timeline.Render(TimeSpan.FromSeconds(20));

        Assert.Equal(
            """
            stage      time  REST  304  git  created
            -----------------------------------------------
            author    3.3 s     -    -    -  commit 1234567
            Release  12.0 s    10    8    2  v1.4.3
            -----------------------------------------------
            total    20.0 s    10    8    2

            """.ReplaceLineEndings("\n"),
            table
        );
    }

    [Fact]
    public void CountsPushesAndPostsAsWrites()
    {
        RecordedRequest[] requests =
        [
            Request("GET", "/repos/acme/shop/pulls/1", 304),
            Request("POST", "/graphql", 200),
            Request("POST", "/repos/acme/shop/pulls", 201),
            Request("GET", "/acme/shop.git/info/refs?service=git-receive-pack", 200),
            Request("POST", "/acme/shop.git/git-upload-pack", 200),
            Request("POST", "/acme/shop.git/git-receive-pack", 200),
        ];

        Traffic traffic = Traffic.Of(requests);

        Assert.Equal((3, 1, 3), (traffic.Rest, traffic.NotModified, traffic.Git));
        Assert.Equal(["/repos/acme/shop/pulls", "/acme/shop.git/git-receive-pack"], traffic.Writes.Select(write => write.Path));
    }

    private static RecordedRequest Request(string method, string path, int status) =>
        new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero), method, path, status, "oncall", status == 304, TimeSpan.FromMilliseconds(1));
}
