using Hotfix.Core.Adopting;
using Hotfix.Core.Requests;

namespace Hotfix.Core.Tests.Adopting;

public sealed class RepositoryThatReleasesAlready
{
    [Theory]
    [InlineData("release.yml", "uses: googleapis/release-please-action@v4", ReleaseStrategy.ReleasePlease)]
    [InlineData("ci.yml", "run: npx semantic-release", ReleaseStrategy.AwaitTag)]
    internal void IsTakenForWhatItsToolIs(string file, string text, ReleaseStrategy strategy) =>
        Assert.Equal(strategy, FoundRelease.In([new TeamWorkflow(file, text)])!.Strategy);

    [Fact]
    public void ByHandIsDispatchedWithTheInputsThatItTakes()
    {
        var file = new TeamWorkflow("publish-release.yml", "")
        {
            Dispatch = new Dictionary<string, bool>
            {
                ["Sha"] = true,
                ["channel"] = true,
                ["notes"] = false,
            },
        };

        FoundRelease found = FoundRelease.In([file])!;

        Assert.Equal(ReleaseStrategy.Dispatch, found.Strategy);
        Assert.Equal(KeyValuePair.Create("Sha", "{sha}"), Assert.Single(found.Inputs));
        Assert.Equal(["channel"], found.Unknown);
    }

    [Fact]
    public void ByTagsIsLeftToItsTags() =>
        Assert.Equal(
            ReleaseStrategy.Publish,
            FoundRelease.In([new TeamWorkflow("release.yml", "") { HasTags = true, Dispatch = new Dictionary<string, bool>() }])!.Strategy
        );

    [Fact]
    public void IsNotSeenInWorkflowsThatTest() =>
        Assert.Null(FoundRelease.In([new TeamWorkflow("ci.yml", "run: npm test") { Dispatch = new Dictionary<string, bool>() }]));
}
