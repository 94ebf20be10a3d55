using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Core.Reporting;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Reporting;

/// <summary>A repository of two products: <c>api/v1.4.2</c> in <c>services/api</c>, <c>web/v7.0.0</c> in <c>services/web</c>; each had a hotfix.</summary>
public sealed class ReportOfOneProduct
{
    private static readonly RemoteTag ApiTag = new("api/v1.4.2", Sha('a'), Sha('a'));
    private static readonly RemoteTag WebTag = new("web/v7.0.0", Sha('b'), Sha('b'));

    private static RemoteRefs Api { get; } =
        Some.Remote with
        {
            Tags = [ApiTag],
            Conventions = new HotfixConventions { Product = "api" },
            OtherTags = [WebTag, new RemoteTag("nightly", Sha('c'), Sha('c'))],
            Product = new ProductFolders(["services/api"]),
            TagPrefix = "api/v",
        };

    [Fact]
    public void CountsHotfixesOfItsFolderAlone()
    {
        MergedHotfix[] all =
        [
            Fix(1, 'd', "services/api/app.cs"),
            Fix(2, 'e', "services/web/app.ts"),
            Fix(3, 'f', "services/web/app.ts", "services/api/app.cs"),
            Fix(4, '4', "README.md"),
        ];

        Assert.Equal([1, 3], new HistoryOfProduct(Api).Of(all).Select(hotfix => hotfix.Number));
    }

    [Fact]
    public void CountsAHotfixThatIsTaggedAsItsReleaseWhateverItChanged() =>
        Assert.Equal([1], new HistoryOfProduct(Api).Of([Fix(1, 'a', "shared/app.cs")]).Select(hotfix => hotfix.Number));

    [Fact]
    public void LeavesOutWhatWasTaggedAsAnothersWhereNoFolderIsKnown()
    {
        RemoteRefs tagsAlone = Api with { Product = null };

        Assert.Equal([1], new HistoryOfProduct(tagsAlone).Of([Fix(1, 'd', "app.cs"), Fix(2, 'b', "app.cs")]).Select(hotfix => hotfix.Number));
    }

    [Fact]
    public void CountsDeploymentsThatNameItAlone()
    {
        DeployedCommit[] all =
        [
            Deployed(1, 'a', "main", ""),
            Deployed(2, 'b', "main", ""),
            Deployed(3, 'c', "api/v1.4.2", ""),
            Deployed(4, 'a', "web/v7.0.0", ""),
            Deployed(5, 'c', "main", """{"hotfix":"api/v1.4.2/1"}"""),
            Deployed(6, 'c', "main", """{"hotfix":"web/v7.0.0/1"}"""),
            Deployed(7, 'c', "main", """{"tag":"api/v1.4.2"}"""),
            Deployed(8, 'c', "main", ""),
        ];

        IReadOnlyList<DeployedCommit> counted = new HistoryOfProduct(Api).Of(all);

        Assert.Equal(["1", "3", "5", "7"], counted.Select(it => it.Source));
        Assert.Equal([Sha('a'), Sha('a'), Sha('c'), Sha('a')], counted.Select(it => it.Sha));
    }

    [Fact]
    public void CountsEverythingWhereOneProductIsAllThereIs()
    {
        var nightly = new RemoteTag("nightly", Sha('c'), Sha('c'));
        var whole = new HistoryOfProduct(Api with { Product = null, Conventions = HotfixConventions.Default, OtherTags = [nightly] });

        Assert.Equal([1], whole.Of([Fix(1, 'd', "docs/readme.md")]).Select(hotfix => hotfix.Number));
        Assert.Equal(["1"], whole.Of([Deployed(1, 'c', "main", "")]).Select(it => it.Source));
        Assert.Empty(whole.Notes);
    }

    [Fact]
    public void SaysWhatIsCounted() =>
        Assert.Equal(
            ["Of several products, 'api' (services/api) is counted: its hotfixes, releases and deployments, and no other's."],
            new HistoryOfProduct(Api).Notes
        );

    private static CommitSha Sha(char digit) => SmallHistory.Sha(digit);

    private static MergedHotfix Fix(int number, char merge, params string[] paths) =>
        new(number, BranchName.Parse($"hotfix/{number}"), Some.Main)
        {
            MergeCommit = Sha(merge),
            Url = "",
            Title = "",
            Author = "ada",
            OpenedAt = SmallHistory.Now,
            MergedAt = SmallHistory.Now,
            Size = new HotfixSize(paths.Length, 1, 1, 0),
            Paths = paths,
        };

    private static DeployedCommit Deployed(int id, char sha, string @ref, string payload) =>
        new(Sha(sha), SmallHistory.Now, $"{id}")
        {
            Environment = "production",
            Request = new Deployment(id, "production", Sha(sha), @ref, "ci", SmallHistory.Now, payload),
        };
}
