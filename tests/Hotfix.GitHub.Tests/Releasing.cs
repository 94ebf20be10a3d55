using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Tests.Scripted;
using Hotfix.Testing;

namespace Hotfix.GitHub.Tests;

public class ReleaseOfATag
{
    [Fact]
    public async Task IsFoundOnTheFirstPageAsTheDraftThatItIs()
    {
        string asset = Bodies.Asset(3, "shop.zip", 7, sha256: new string('a', 64)) + "," + Bodies.Asset(4, "half.zip", 2, state: "starter");
        using Situation situation = new Situation().On(
            "GET releases",
            ScriptedAnswer.Json($"[{Bodies.Release(9, "v2.0.0", draft: false)},{Bodies.Release(assets: asset)}]").With("Link", "<{host}/2>; rel=\"next\"")
        );

        PublishedRelease? release = await situation.Reader.Releases.FindAsync(Steps.Tag, CancellationToken.None);

        Assert.True(release is { Id: 5, IsDraft: true, PublishedAt: null });
        Assert.Equal([new ReleaseAsset("shop.zip", 7, true, new string('a', 64)), new ReleaseAsset("half.zip", 2, false, null)], release.Assets);
        Assert.Single(situation.Server.Requests);
    }

    [Fact]
    public async Task BeyondThreePagesIsFoundByItsTag()
    {
        ScriptedAnswer page = ScriptedAnswer.Json($"[{Bodies.Release(9, "v2.0.0")}]").With("Link", "<{host}/repos/acme/shop/releases?page=2>; rel=\"next\"");
        using Situation situation = new Situation().On("GET releases", page).On("GET releases/tags/v1.4.3", ScriptedAnswer.Json(Bodies.Release(draft: false)));

        PublishedRelease? release = await situation.Reader.Releases.FindAsync(Steps.Tag, CancellationToken.None);

        Assert.Equal((5, 4), (release!.Id, situation.Server.Requests.Count));
    }

    [Fact]
    public async Task ThatDoesNotExistIsNull()
    {
        using Situation situation = new Situation()
            .On("GET releases", ScriptedAnswer.Json("[]"))
            .On("GET releases/latest", new ScriptedAnswer(404, Bodies.Error("Not Found")));

        PublishedRelease? release = await situation.Reader.Releases.FindAsync(Steps.Tag, CancellationToken.None);
        PublishedRelease? latest = await situation.Reader.Releases.ReadLatestAsync(CancellationToken.None);

        Assert.Equal((null, null), (release, latest));
    }
}

public class DraftOfARelease
{
    [Fact]
    public async Task IsCreatedWithoutATargetCommit()
    {
        using Situation situation = new Situation()
            .On("GET releases", ScriptedAnswer.Json("[]"))
            .On("POST releases", new ScriptedAnswer(201, Bodies.Release()));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Draft, CancellationToken.None);

        Assert.Equal(new Outcome(Steps.Draft, "draft https://github.test/acme/shop/releases/tag/v1.4.3"), outcome);
        Assert.Equal(
            """{"tag_name":"v1.4.3","name":"1.4.3","body":"Fixes it.","draft":true,"prerelease":false,"generate_release_notes":false}""",
            situation.Server.Requests[^1].Body,
            JsonComparer.Instance
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ThatExistsIsFoundDraftOrNot(bool isDraft)
    {
        using Situation situation = new Situation().On("GET releases", ScriptedAnswer.Json($"[{Bodies.Release(draft: isDraft)}]"));

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Draft, CancellationToken.None);

        Assert.True(outcome.WasFound);
        Assert.Single(situation.Server.Requests);
    }

    [Fact]
    public async Task WhoseAnswerIsLostIsNotDraftedTwice()
    {
        using Situation situation = new Situation()
            .On("GET releases", ScriptedAnswer.Json("[]"), ScriptedAnswer.Json($"[{Bodies.Release()}]"))
            .On("POST releases", new ScriptedAnswer(201, Bodies.Release()) { IsTruncated = true });

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Draft, CancellationToken.None);

        Assert.Equal((true, 1), (outcome.WasFound, situation.Count("POST")));
    }
}

public class AssetOfADraft
{
    [Fact]
    public async Task IsUploadedAsItIs()
    {
        using var folder = new TempFolder();
        PlanStep.UploadAsset step = Files.Upload(folder, "shop 1.zip", "content");
        using Situation situation = new Situation().On("GET releases", ScriptedAnswer.Json($"[{Bodies.Release()}]"));
        situation.Server.On("POST /upload/5/assets", new ScriptedAnswer(201, Bodies.Asset(3, "shop.1.zip", 7, sha256: step.Sha256)));

        Outcome outcome = await situation.Writer.ApplyAsync(step, CancellationToken.None);

        ScriptedRequest upload = situation.Server.Requests[^1];
        Assert.Equal(new Outcome(step, $"shop.1.zip (7 bytes, sha256:{step.Sha256})"), outcome);
        Assert.Equal(
            ("/upload/5/assets?name=shop%201.zip", "content", "application/zip", "7"),
            (upload.Target, upload.Body, upload.Header("Content-Type"), upload.Header("Content-Length"))
        );
        Assert.Equal($"Token {Situation.Token}", upload.Header("Authorization"));
    }

    [Fact]
    public async Task ThatIsWholeIsFound()
    {
        using var folder = new TempFolder();
        PlanStep.UploadAsset step = Files.Upload(folder, "shop.zip", "content");
        using Situation situation = new Situation().On("GET releases", ScriptedAnswer.Json($"[{Bodies.Release(assets: Bodies.Asset(3, "shop.zip", 7))}]"));

        Outcome outcome = await situation.Writer.ApplyAsync(step, CancellationToken.None);

        Assert.Equal((true, 1), (outcome.WasFound, situation.Server.Requests.Count));
    }

    [Theory]
    [InlineData("starter", 7, null)]
    [InlineData("uploaded", 6, null)]
    [InlineData("uploaded", 7, "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    public async Task ThatIsBrokenIsReplaced(string state, long size, string? digest)
    {
        using var folder = new TempFolder();
        PlanStep.UploadAsset step = Files.Upload(folder, "shop.zip", "content");
        using Situation situation = new Situation()
            .On("GET releases", ScriptedAnswer.Json($"[{Bodies.Release(assets: Bodies.Asset(3, "shop.zip", size, state, digest))}]"))
            .On("DELETE releases/assets/3", new ScriptedAnswer(204));
        situation.Server.On("POST /upload/5/assets", new ScriptedAnswer(201, Bodies.Asset(4, "shop.zip", 7)));

        Outcome outcome = await situation.Writer.ApplyAsync(step, CancellationToken.None);

        Assert.False(outcome.WasFound);
        Assert.Equal(["GET", "DELETE", "POST"], situation.Server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task WhoseUploadBreaksOffIsUploadedAgain()
    {
        using var folder = new TempFolder();
        PlanStep.UploadAsset step = Files.Upload(folder, "shop.zip", "content");
        using Situation situation = new Situation()
            .On("GET releases", ScriptedAnswer.Json($"[{Bodies.Release()}]"))
            .On("GET releases/5", ScriptedAnswer.Json(Bodies.Release(assets: Bodies.Asset(3, "shop.zip", 3, "starter"))))
            .On("DELETE releases/assets/3", new ScriptedAnswer(204));
        situation.Server.On("POST /upload/5/assets", new ScriptedAnswer(201) { IsReset = true }, new ScriptedAnswer(201, Bodies.Asset(4, "shop.zip", 7)));

        await situation.Writer.ApplyAsync(step, CancellationToken.None);

        Assert.Equal(["GET", "POST", "GET", "GET", "DELETE", "POST"], situation.Server.Requests.Select(request => request.Method)); // two looks: lists lag behind
        Assert.Equal("content", situation.Server.Requests[^1].Body);
    }

    [Fact]
    public async Task ThatChangedSincePlanningIsNotUploaded()
    {
        using var folder = new TempFolder();
        PlanStep.UploadAsset step = Files.Upload(folder, "shop.zip", "content");
        File.WriteAllText(step.Path, "changed");
        using Situation situation = new Situation().On("GET releases", ScriptedAnswer.Json($"[{Bodies.Release()}]"));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(step, CancellationToken.None));

        Assert.Equal(("HF3024", 0), (error.Code, situation.Count("POST")));
    }
}

public class ReleaseWithoutItsAssets
{
    [Fact]
    public async Task IsNotTouchedOncePublished()
    {
        using var folder = new TempFolder();
        PlanStep.UploadAsset step = Files.Upload(folder, "shop.zip", "content");
        using Situation situation = new Situation().On(
            "GET releases",
            ScriptedAnswer.Json($"[{Bodies.Release(draft: false, assets: Bodies.Asset(3, "shop.zip", 6))}]")
        );

        HotfixException upload = await Assert.ThrowsAsync<HotfixException>(() => situation.Writer.ApplyAsync(step, CancellationToken.None));
        HotfixException publish = await Assert.ThrowsAsync<HotfixException>(() =>
            situation.Writer.ApplyAsync(Steps.Publish(isLatest: true, step), CancellationToken.None)
        );

        Assert.Equal(("HF3020", "HF3020"), (upload.Code, publish.Code));
        Assert.Equal("shop.zip has 6 bytes instead of 7.", publish.Refusal.Why);
        Assert.All(situation.Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task IsNotPublished()
    {
        using var folder = new TempFolder();
        PlanStep.UploadAsset[] steps = [Files.Upload(folder, "shop.zip", "content"), Files.Upload(folder, "shop.sha256", "sum")];
        using Situation situation = new Situation().On(
            "GET releases",
            ScriptedAnswer.Json($"[{Bodies.Release(assets: Bodies.Asset(3, "shop.zip", 7, "starter"))}]")
        );

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            situation.Writer.ApplyAsync(Steps.Publish(isLatest: true, steps), CancellationToken.None)
        );

        Assert.Equal(("HF3021", "shop.zip is the remains of an upload that broke off; shop.sha256 is missing."), (error.Code, error.Refusal.Why));
    }

    [Fact]
    public async Task ThatDoesNotExistAtAllIsAnError()
    {
        using Situation situation = new Situation().On("GET releases", ScriptedAnswer.Json("[]"));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            situation.Writer.ApplyAsync(Steps.Publish(isLatest: true), CancellationToken.None)
        );

        Assert.Equal("HF3019", error.Code);
    }
}

public class Publishing
{
    private static readonly ScriptedAnswer Draft = ScriptedAnswer.Json($"[{Bodies.Release()}]");
    private static readonly ScriptedAnswer Published = ScriptedAnswer.Json(Bodies.Release(draft: false));
    private static readonly ScriptedAnswer Newer = ScriptedAnswer.Json(Bodies.Release(9, "v2.0.0", draft: false));

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public async Task SaysWhetherItIsTheLatestAndReadsItBack(bool isLatest, string sent)
    {
        using Situation situation = new Situation()
            .On("GET releases", Draft)
            .On("PATCH releases/5", Published)
            .On("GET releases/latest", isLatest ? Published : Newer);

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Publish(isLatest), CancellationToken.None);

        Assert.Equal(("https://github.test/acme/shop/releases/tag/v1.4.3", false), (outcome.Evidence, outcome.WasFound));
        Assert.Equal($$"""{"tag_name":"v1.4.3","draft":false,"make_latest":"{{sent}}"}""", situation.Server.Requests[1].Body, JsonComparer.Instance);
    }

    [Fact]
    public async Task WaitsForLatestToFollow()
    {
        using Situation situation = new Situation()
            .On("GET releases", Draft)
            .On("PATCH releases/5", Published)
            .On("GET releases/latest", Newer, new ScriptedAnswer(404, Bodies.Error("Not Found")), Published);

        await situation.Writer.ApplyAsync(Steps.Publish(isLatest: true), CancellationToken.None);

        Assert.Equal((3, 2), (situation.Count("GET releases/latest"), situation.Clock.Waits.Count));
    }

    [Fact]
    public async Task AsTheLatestAgainstThePlanIsAnError()
    {
        using Situation situation = new Situation().On("GET releases", Draft).On("PATCH releases/5", Published).On("GET releases/latest", Published);

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() =>
            situation.Writer.ApplyAsync(Steps.Publish(isLatest: false), CancellationToken.None)
        );

        Assert.Equal("HF3022", error.Code);
        Assert.Contains("'v1.4.3'", error.Refusal.What, StringComparison.Ordinal);
    }

    // A release that is fine must not end in a failure because "latest" lags.
    [Fact]
    public async Task WhoseLatestLagsSaysSoAndIsDone()
    {
        using Situation situation = new Situation().On("GET releases", Draft).On("PATCH releases/5", Published).On("GET releases/latest", Newer);

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Publish(isLatest: true), CancellationToken.None);

        Assert.Equal("https://github.test/acme/shop/releases/tag/v1.4.3; GitHub still shows 'v2.0.0' as the latest", outcome.Evidence);
    }

    [Fact]
    public async Task WhoseAnswerIsLostIsFoundDone()
    {
        using Situation situation = new Situation()
            .On("GET releases", Draft)
            .On("PATCH releases/5", new ScriptedAnswer(200) { IsReset = true })
            .On("GET releases/5", Published)
            .On("GET releases/latest", Published);

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Publish(isLatest: true), CancellationToken.None);

        Assert.Equal((true, 1), (outcome.WasFound, situation.Count("PATCH")));
    }

    [Fact]
    public async Task AgainFindsItDone()
    {
        using Situation situation = new Situation()
            .On("GET releases", ScriptedAnswer.Json($"[{Bodies.Release(draft: false)}]"))
            .On("GET releases/latest", Published);

        Outcome outcome = await situation.Writer.ApplyAsync(Steps.Publish(isLatest: true), CancellationToken.None);

        Assert.Equal((true, 0), (outcome.WasFound, situation.Count("PATCH")));
    }
}
