using Hotfix.Core.Conventions;

namespace Hotfix.Core.Tests.Conventions;

public sealed class ToolThatNumbersReleases
{
    [Theory]
    [InlineData(".release-please-manifest.json", "release-please")]
    [InlineData("release-please-config.json", "release-please")]
    [InlineData(".releaserc", "semantic-release")]
    [InlineData("release.config.js", "semantic-release")]
    [InlineData("docs/.releaserc", null)]
    [InlineData("src/release.config.cs", null)]
    public void IsKnownByItsConfiguration(string file, string? tool) => Assert.Equal(tool, ReleaseNumbering.Find(["README.md", file], []));

    [Theory]
    [InlineData("      - uses: googleapis/release-please-action@v4", "release-please")]
    [InlineData("      - run: npx semantic-release", "semantic-release")]
    [InlineData("      - run: ./build.sh Release", null)]
    public void IsKnownByTheWorkflowThatRunsIt(string line, string? tool) => Assert.Equal(tool, ReleaseNumbering.Find([], ["jobs:\n", line]));
}
