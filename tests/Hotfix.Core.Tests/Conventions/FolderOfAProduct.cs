using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Tests.Conventions;

public sealed class FolderOfAProduct
{
    private static readonly string[] Repository =
    [
        "services",
        "services/api",
        "services/api/src",
        "services/web",
        "docs",
        "docs/api",
        "tests",
        "tests/api",
        "libs",
        "libs/a",
        "libs/a/b",
        "libs/a/b/mobile",
    ];

    [Theory]
    [InlineData("api", "services/api")]
    [InlineData("API", "services/api")]
    [InlineData("@acme/web", "services/web")]
    public void IsTheOnlyOneOfItsName(string product, string folder)
    {
        (ProductFolders? found, Refusal? refusal) = ProductFolders.Of(product, said: null, Repository);

        Assert.Null(refusal);
        Assert.Equal(folder, found!.ToString());
    }

    [Theory]
    [InlineData("mobile")]
    [InlineData("desktop")]
    public void IsTheWholeRepositoryWhereNoneOfThatNameIsNear(string product) => Assert.Equal((null, null), ProductFolders.Of(product, said: null, Repository));

    [Fact]
    public void IsNotAskedForWithoutAProduct() => Assert.Equal((null, null), ProductFolders.Of(product: null, said: null, Repository));

    [Fact]
    public void IsAskedForWhereSeveralAreAsNear()
    {
        (ProductFolders? found, Refusal? refusal) = ProductFolders.Of("api", said: null, [.. Repository, "apps", "apps/api"]);

        Assert.Null(found);
        Assert.Equal("HF4312", refusal!.Code);
        Assert.Contains("apps/api and of services/api", refusal.Why, StringComparison.Ordinal);
        Assert.Contains("--product-folder apps/api", refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void IsWhatWasSaidWhereThatIsThere()
    {
        var said = ProductFolders.Parse(["./services/api/", "libs\\a"]);

        Assert.Equal("services/api, libs/a", ProductFolders.Of("api", said, Repository).Folders!.ToString());
    }

    [Fact]
    public void IsRefusedWithTheNearOneWhereWhatWasSaidIsNotThere()
    {
        Refusal refusal = ProductFolders.Of(product: null, ProductFolders.Parse(["services/Api"]), Repository).Refusal!;

        Assert.Equal("HF4312", refusal.Code);
        Assert.Contains("--product-folder services/api", refusal.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/services/api")]
    [InlineData("../shop")]
    [InlineData("C:\\shop")]
    [InlineData(".")]
    [InlineData(" ")]
    public void IsRefusedWhereItIsNoFolderOfTheRepository(string text) =>
        Assert.Equal("HF1086", Assert.Throws<HotfixException>(() => ProductFolders.Parse([text])).Code);

    [Fact]
    public void HoldsWhatLiesInItAndNothingBesideIt()
    {
        var folders = new ProductFolders(["services/api"]);

        Assert.Equal([true, false, false], new[] { "services/api/a/b.cs", "services/api-client/b.cs", "services/api" }.Select(folders.Holds));
    }

    [Fact]
    public void IsFilledIntoASettingThatServesAllProducts()
    {
        Assert.Equal("api/v{version}", ProductFolders.Fill("--tag-pattern", "{product}/v{version}", "api"));
        Assert.Equal("v{version}", ProductFolders.Fill("--tag-pattern", "v{version}", null));
        Assert.Equal("HF1087", Assert.Throws<HotfixException>(() => ProductFolders.Fill("--tag-pattern", "{product}/v{version}", null)).Code);
    }

    [Fact]
    public void IsAllThatItsHotfixMayChangeButForTestsAndNotes()
    {
        FileChange[] changes =
        [
            .. new[] { "services/api/a.cs", "services/web/b.cs", "tests/api/ApiTests.cs", ".changeset/brave-cats.md" }.Select(path => new FileChange(
                path,
                null,
                1,
                0,
                false
            )),
        ];

        SizeReport report = SizeBudget.Default.Measure(changes, new ProductFolders(["services/api"]));

        Assert.Equal(["services/web/b.cs is outside of services/api, where the product lies (--product-folder)"], report.Excesses);
    }

    [Fact]
    public void GivesItsLinesABranchOfTheirOwn()
    {
        Assert.Equal("support/api/{major}.{minor}", SupportPattern.Of("api").ToString());
        Assert.Equal(SupportPattern.Default, SupportPattern.Of(null));
    }
}
