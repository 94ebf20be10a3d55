using Hotfix.Core.Refs;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Versions;

public sealed class VersionPrecedence
{
    // Semantic Versioning 2.0.0, rule 11, and a few that go wrong easily; hotfixes named by their commit come after what they are made of.
    private static readonly string[] Ascending =
    [
        "0.0.0",
        "0.0.9",
        "0.0.10",
        "0.9.0",
        "0.10.0",
        "1.0.0-0",
        "1.0.0-2",
        "1.0.0-10",
        "1.0.0-20261123120000",
        "1.0.0-20261123120001",
        "1.0.0-120261123120000",
        "1.0.0-A",
        "1.0.0-alpha",
        "1.0.0-alpha.1",
        "1.0.0-alpha.1.0",
        "1.0.0-alpha.beta",
        "1.0.0-beta",
        "1.0.0-beta.2",
        "1.0.0-beta.11",
        "1.0.0-beta.99999999998",
        "1.0.0-beta.99999999999",
        "1.0.0-beta.x",
        "1.0.0-beta-2",
        "1.0.0-hotfix",
        "1.0.0-hotfix.1",
        "1.0.0-hotfix123",
        "1.0.0-rc.1",
        "1.0.0",
        "1.0.0-hotfix9bf97126",
        "1.0.0-hotfixffffffff",
        "1.0.1-rc",
        "1.0.1",
        "2.0.0",
        "2.1.0",
        "2.1.1",
        "2147483646.0.0",
    ];

    [Fact]
    public void OrdersEveryPairAsRule11Says()
    {
        SemanticVersion[] versions = [.. Ascending.Select(text => SemanticVersion.TryParse(text)!)];

        for (int i = 0; i < versions.Length; i++)
        {
            for (int j = 0; j < versions.Length; j++)
            {
                Assert.True(Math.Sign(versions[i].CompareTo(versions[j])) == Math.Sign(i.CompareTo(j)), $"{versions[i]} and {versions[j]}");
                Assert.Equal(
                    (i < j, i <= j, i > j, i >= j),
                    (versions[i] < versions[j], versions[i] <= versions[j], versions[i] > versions[j], versions[i] >= versions[j])
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void KeepsItsText(string text) => Assert.Equal(text, SemanticVersion.TryParse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("01.2.3")]
    [InlineData("1.2.03")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-a..b")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3-ä")]
    [InlineData("1.2.3+build")]
    [InlineData("1.2.3-rc+b")]
    [InlineData("-1.2.3")]
    [InlineData(" 1.2.3")]
    [InlineData("1.2.x")]
    [InlineData("1.2.2147483647")]
    [InlineData("1.2.99999999999")]
    [InlineData("١.٢.٣")]
    public void IsNotReadFromOtherText(string? text) => Assert.Null(SemanticVersion.TryParse(text));

    [Theory]
    [InlineData("1.4.2", "1.4.3")]
    [InlineData("1.4.3-rc.1", "1.4.4")]
    public void GoesOnWithTheNextPatch(string text, string next) => Assert.Equal(next, SemanticVersion.TryParse(text)!.NextPatch.ToString());

    [Theory]
    [InlineData("v1.4.2", "v", "1.4.2")]
    [InlineData("V1.4.2", "V", "1.4.2")]
    [InlineData("1.4.2", "", "1.4.2")]
    [InlineData("v1.4.2-rc.1", "v", "1.4.2-rc.1")]
    [InlineData("release-1.2.3", "release-", "1.2.3")]
    [InlineData("api/v1.2.3-rc.1", "api/v", "1.2.3-rc.1")]
    public void IsReadFromReleaseTag(string name, string prefix, string version)
    {
        ReleaseTag tag = ReleaseTag.TryParse(name)!;

        Assert.Equal((prefix, version, name, "refs/tags/" + name), (tag.Prefix, tag.Version.ToString(), tag.ToString(), tag.RefName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("latest")]
    [InlineData("v1.2.3.4")]
    [InlineData("release-1.2")]
    [InlineData("v1")]
    public void IsNotReadFromOtherTags(string name) => Assert.Null(ReleaseTag.TryParse(name));

    public static TheoryData<string> Texts() => [.. Ascending];
}
