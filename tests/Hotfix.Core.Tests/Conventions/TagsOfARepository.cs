using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Conventions;

public sealed class TagsOfARepository
{
    [Theory]
    [InlineData("v1.4.2", "v", "v1.4.2")]
    [InlineData("1.4.2", "", "1.4.2")]
    [InlineData("V1.4.2", "V", "V1.4.2")]
    [InlineData("v1.4.1 1.4.2 latest v1 v1.4", "", "v1.4.1 1.4.2")]
    [InlineData("v1.4.2+build.7 v1.4.1", "v", "v1.4.2+build.7 v1.4.1")]
    [InlineData("release-1.4.2 nightly", "release-", "release-1.4.2")]
    [InlineData("shop@1.4.2 shop@1.5.0-rc.1", "shop@", "shop@1.4.2 shop@1.5.0-rc.1")]
    [InlineData("v1.4.2 web/v4.0.0", "v", "v1.4.2")]
    [InlineData("2026.11.2 2026.11.1", "", "2026.11.2 2026.11.1")]
    [InlineData("nightly", "v", "")]
    [InlineData("before-step-2 demo2 checkpoint_b3", "v", "")]
    [InlineData("v1.4.2 nightly-2026-11-27 REL_9_0_0", "v", "v1.4.2")]
    [InlineData("shop@1.4.2 shop@1 build-421", "shop@", "shop@1.4.2")]
    [InlineData("", "v", "")]
    public void AreFoundByThemselves(string tags, string prefix, string releases)
    {
        ReleaseTags found = Of(HotfixConventions.Default, tags);

        Assert.Null(found.Refusal);
        Assert.Equal(prefix, found.Prefix);
        Assert.Equal(releases, string.Join(' ', found.Tags.Select(tag => tag.Name)));
    }

    [Theory]
    [InlineData("v7.1.12.5", "HF4302", "4 numbers", "v{version}\" --version 7.1.13")]
    [InlineData("v0.53", "HF4302", "2 numbers", "v{version}\" --version 0.53.1")]
    [InlineData("2026.0123.0", "HF4302", "0123 has a leading zero", "{version}\" --version 2026.123.1")]
    [InlineData("v2026.11", "HF4302", "2 numbers", "v{version}\" --version 2026.11.1")]
    [InlineData("v1.4.2 v2026.11", "HF4302", "v2026.11", "v{version}\"")]
    [InlineData("2.0.0.1 1.4.2", "HF4302", "4 numbers", "{version}\"")]
    [InlineData("api/v1.2.3 web/v4.0.0", "HF4301", "api/v1.2.3, web/v4.0.0", "--tag-pattern \"api/v{version}\"")]
    [InlineData("v3", "HF4302", "one number", "v{version}\" --version 3.0.1")]
    [InlineData("REL_1_4_2", "HF4302", "not separated by dots", "REL_{version}\" --version 1.4.3")]
    [InlineData("curl-8_5_0", "HF4302", "not separated by dots", "curl-{version}\" --version 8.5.1")]
    [InlineData("1.4.2.Final", "HF4302", "'.Final' stands behind", "{version}\" --version 1.4.3")]
    [InlineData("v1.4.2.RC1", "HF4302", "'.RC1' stands behind", "v{version}\" --version 1.4.3")]
    [InlineData("build-421", "HF4302", "one number", "build-{version}\" --version 421.0.1")]
    [InlineData("jdk-21+35", "HF4302", "one number", "jdk-{version}\" --version 21.0.1")]
    [InlineData("20261127", "HF4302", "one number", "{version}\"")]
    [InlineData("release-2026-11-27", "HF4302", "not separated by dots", "release-{version}\" --version 2026.11.28")]
    [InlineData("shop@1.4.2 shop@2.0", "HF4302", "shop@2.0", "shop@{version}\"")]
    [InlineData("v4.3.1 v1044", "HF4302", "one number", "Where v1044 is no release, say which tags are: --tag-pattern \"v{version}\".")]
    public void ThatTellNoVersionAreRefusedAndNothingIsInvented(string tags, string code, string why, string next)
    {
        Refusal refusal = Of(HotfixConventions.Default, tags).Refusal!;

        Assert.Equal(code, refusal.Code);
        Assert.Contains(why, refusal.Why, StringComparison.Ordinal);
        Assert.Contains(next, refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void BesideNumbersOfBuildsAreFoundOnceTheirPatternIsNamed() =>
        Assert.Equal("v4.3.1", Assert.Single(Of(new HotfixConventions { Tags = TagPattern.Parse("v{version}") }, "v4.3.1 v1044 v2234").Tags).Name);

    [Theory]
    [InlineData("api/v{version}", "api/v1.2.3")]
    [InlineData("web/v{version}", "web/v4.0.0")]
    [InlineData("v{version}", "v1.0.0")]
    public void OfTheNamedPatternCount(string pattern, string release)
    {
        ReleaseTags found = Of(new HotfixConventions { Tags = TagPattern.Parse(pattern) }, "api/v1.2.3 web/v4.0.0 v1.0.0");

        Assert.Equal(release, Assert.Single(found.Tags).Name);
        Assert.Equal(pattern, found.Prefix + "{version}");
    }

    [Theory]
    [InlineData("api", "api/v1.2.3")]
    [InlineData("web", "web@4.0.0")]
    [InlineData("shop", "product-shop/shop-v2.0.0")]
    public void OfTheNamedProductCount(string product, string release)
    {
        ReleaseTags found = Of(new HotfixConventions { Product = product }, "api/v1.2.3 web@4.0.0 rapid-api-v9.0.0 product-shop/shop-v2.0.0 v1.0.0");

        Assert.Null(found.Refusal);
        Assert.Equal(release, Assert.Single(found.Tags).Name);
    }

    [Fact]
    public void OfAProductThatNoneNamesAreRefusedWithThePatternsThatThereAre()
    {
        Refusal refusal = Of(new HotfixConventions { Product = "mobile" }, "api/v1.2.3 web@4.0.0").Refusal!;

        Assert.Equal("HF4301", refusal.Code);
        Assert.Contains("api/v{version}, web@{version}", refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAPatternThatNoneFitsAreRefusedWithTheOneThatThereIs()
    {
        Refusal refusal = Of(new HotfixConventions { Tags = TagPattern.Parse("v{version}") }, "release-1.4.2").Refusal!;

        Assert.Equal("HF4300", refusal.Code);
        Assert.Contains("release-1.4.2", refusal.Why, StringComparison.Ordinal);
        Assert.Contains("--tag-pattern \"release-{version}\"", refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void AreThoseOfGitVersionsOwnTagPrefix()
    {
        var found = ReleaseTags.Of(HotfixConventions.Default, Tags("api/v1.2.3 web/v4.0.0"), "(?:api/)[vV]");

        Assert.Equal("api/v", found.Prefix);
        Assert.Equal("api/v1.2.3", Assert.Single(found.Tags).Name);
    }

    [Theory]
    [InlineData("{version}")]
    [InlineData("product-v{version}")]
    [InlineData(" v{version} ")]
    public void CanHaveSuchAPattern(string text) => Assert.Equal(text.Trim(), TagPattern.Parse(text).ToString());

    [Theory]
    [InlineData("v")]
    [InlineData("{version}-release")]
    [InlineData("v1.{version}")]
    [InlineData("a b{version}")]
    [InlineData("")]
    public void CannotHaveSuchAPattern(string text) => Assert.Equal("HF1081", Assert.Throws<HotfixException>(() => TagPattern.Parse(text)).Refusal.Code);

    private static ReleaseTags Of(HotfixConventions conventions, string names) => ReleaseTags.Of(conventions, Tags(names), tagPrefix: null);

    private static RemoteTag[] Tags(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Some.Tag(name, Some.BaseTip))];
}
