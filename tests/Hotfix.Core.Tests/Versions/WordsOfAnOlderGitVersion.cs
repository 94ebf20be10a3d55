using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Versions;

public sealed class WordsOfAnOlderGitVersion
{
    [Fact]
    public void AreNamedWithWhatTheyAreCalledNow() =>
        Assert.Equal(
            ["is-mainline (now is-main-branch)", "legacy-semver-padding (gone)", "tag (now label)"],
            VersionFiveWords.In("legacy-semver-padding: 4\r\nbranches:\r\n  master:\r\n    tag: ''\r\n    \"is-mainline\": true\r\n    is-mainline: false\r\n")
        );

    [Theory]
    [InlineData("tag-prefix: 'api/v'\nbranches:\n  main:\n    label: ''\n    is-main-branch: true\ntag-pre-release-weight: 60000\n")]
    [InlineData("# tag: of old\nnext-version: 3.0.0 # is-mainline: no\n")]
    [InlineData("")]
    public void AreNotTheWordsOfToday(string configuration) => Assert.Empty(VersionFiveWords.In(configuration));

    [Theory]
    [InlineData("GitVersion.yml", true)]
    [InlineData(".gitversion.yaml", true)]
    [InlineData("src/GitVersion.yml", false)]
    [InlineData("GitVersion.yml.bak", false)]
    public void AreLookedForWhereGitVersionLooks(string path, bool isOne) => Assert.Equal(isOne, VersionFiveWords.IsConfiguration(path));
}
