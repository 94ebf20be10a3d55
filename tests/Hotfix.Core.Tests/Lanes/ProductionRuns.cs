using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Lanes;

public sealed class ProductionRuns
{
    private static readonly CommitSha Deployed = Some.Sha(0x142);
    private static readonly CommitSha Other = Some.Sha(0x141);
    private static readonly RemoteTag[] Tags = [Some.Tag("v1.4.2", Deployed), Some.Tag("v1.4.1", Other), Some.Tag("latest-good", Deployed)];

    private static readonly ProductionClaim ByDeployment = new(ProductionSource.Deployment, "deployment 17 to production", Deployed.Short, Deployed);
    private static readonly ProductionClaim ByHealth = new(ProductionSource.Health, "https://shop.test/health", "1.4.2", Deployed);

    private static ProductionFacts Facts(params ProductionClaim[] claims) =>
        new()
        {
            Claims = claims,
            Tags = Tags,
            NewestRelease = Tags[0],
        };

    [Fact]
    public void WhatEverySourceSays()
    {
        ProductionAnswer answer = ProductionAssessment.Assess(Facts(ByDeployment, ByHealth));

        var known = Assert.IsType<ProductionAnswer.Known>(answer);
        Assert.Equal((Deployed, "v1.4.2"), (known.Commit, known.Tag.Name));
        Assert.Equal([$"deployment 17 to production says {Deployed.Short}", $"https://shop.test/health says 1.4.2 ({Deployed.Short})"], known.Evidence);
    }

    [Fact]
    public void IsNotKnownWhenTwoSourcesDisagreeAndOneIsNotUnderstood()
    {
        ProductionClaim stale = new(ProductionSource.Variable, "variable DEPLOYED_SHA", "v1.4.1", Other);
        ProductionClaim foreign = new(ProductionSource.Health, "https://shop.test/health", "<html>", null);

        ProductionAnswer answer = ProductionAssessment.Assess(Facts(ByDeployment, stale, foreign));

        Assert.Equal(["HF4101", "HF4100"], Codes(answer));
        Assert.Contains("variable DEPLOYED_SHA says v1.4.1", Assert.IsType<ProductionAnswer.Unknown>(answer).Refusals[1].Why, StringComparison.Ordinal);
    }

    // Where jobs leave deployments of the default branch's tip, the team's variable is what counts.
    [Fact]
    public void IsWhatTheFirstSourceOfAnOrderSaysAndTheOthersArePassedOverAloud()
    {
        ProductionClaim variable = new(ProductionSource.Variable, "variable DEPLOYED_SHA", "v1.4.1", Other);

        ProductionAnswer answer = ProductionAssessment.Assess(
            Facts(ByDeployment, variable) with
            {
                Order = [ProductionSource.Variable, ProductionSource.Deployment],
            }
        );

        var known = Assert.IsType<ProductionAnswer.Known>(answer);
        Assert.Equal("v1.4.1", known.Tag.Name);
        Assert.Contains($"passed over, since variable DEPLOYED_SHA comes first: deployment 17 to production says {Deployed.Short}", known.Evidence);
    }

    [Fact]
    public void IsOnlyAssumedWithoutASource()
    {
        ProductionAnswer answer = ProductionAssessment.Assess(Facts());

        Assert.Equal(["HF4102"], Codes(answer));
        Assert.EndsWith("--base v1.4.2", Assert.IsType<ProductionAnswer.Unknown>(answer).Refusals[0].Next, StringComparison.Ordinal);
    }

    [Fact]
    public void IsNotKnownBeforeTheFirstRelease() => Assert.Equal(["HF4103"], Codes(ProductionAssessment.Assess(new ProductionFacts())));

    [Fact]
    public void IsWhatAPersonConfirmsWhereNoSourceSpeaks()
    {
        ProductionAnswer answer = ProductionAssessment.Assess(Facts() with { Confirmed = Other });

        var known = Assert.IsType<ProductionAnswer.Known>(answer);
        Assert.Equal((Other, "v1.4.1"), (known.Commit, known.Tag.Name));
        Assert.Contains("--base", Assert.Single(known.Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public void IsNotWhatAPersonConfirmsAgainstASource()
    {
        ProductionAnswer answer = ProductionAssessment.Assess(Facts(ByDeployment) with { Confirmed = Other });

        Assert.Equal(["HF4104"], Codes(answer));
        Assert.Contains($"{Deployed.Short}...{Other.Short}", Assert.IsType<ProductionAnswer.Unknown>(answer).Refusals[0].Next, StringComparison.Ordinal);
    }

    [Fact]
    public void NeedsAReleaseTagOnIt()
    {
        CommitSha untagged = Some.Sha(0x77);

        ProductionAnswer answer = ProductionAssessment.Assess(Facts(ByDeployment with { Commit = untagged }));

        Assert.Equal(["HF4105"], Codes(answer));
    }

    [Fact]
    public void TellsOfADeploymentThatIsUnderWay()
    {
        var next = new Deployment(18, "production", Other, "main", "grace", Some.Day(3));

        ProductionAnswer answer = ProductionAssessment.Assess(Facts(ByDeployment) with { UnderWay = next });

        Assert.Contains(
            $"a deployment of {Other.Short} by grace is under way",
            Assert.IsType<ProductionAnswer.Known>(answer).Evidence[^1],
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Codes(ProductionAnswer answer) =>
        Assert.IsType<ProductionAnswer.Unknown>(answer).Refusals.Select(refusal => refusal.Code);
}

public sealed class AnswerOfARunningSystem
{
    private static readonly CommitSha Deployed = CommitSha.Parse("0123456789abcdef0123456789abcdef01234567");
    private static readonly CommitSha Other = CommitSha.Parse("fedcba9876543210fedcba9876543210fedcba98");
    private static readonly RemoteTag[] Tags = [Some.Tag("v1.4.2", Deployed), Some.Tag("v1.5.0", Other)];

    [Theory]
    [InlineData("v1.4.2\n")]
    [InlineData("1.4.2")]
    [InlineData("\"1.4.2\"")]
    [InlineData("0123456")]
    [InlineData("0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef01234567")]
    [InlineData("1.4.2+0123456789abcdef0123456789abcdef01234567")]
    [InlineData("1.4.2+Branch.main.Sha.0123456789abcdef0123456789abcdef01234567")]
    [InlineData("""{"status":"ok","version":"1.4.2"}""")]
    [InlineData("""{"git_commit":"0123456","uptime":17}""")]
    [InlineData("""{"commitSha":"0123456","informationalVersion":"1.4.2+0123456"}""")]
    public void IsACommitByShaOrByVersion(string text) => Assert.Equal(Deployed, ProductionIdentity.Parse(text).CommitIn(Tags));

    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("<html><body>v1.4.2</body></html>")]
    [InlineData("{not json}")]
    [InlineData("""{"status":"ok","version":17}""")]
    [InlineData("1.4.9")]
    [InlineData("abcdef0")]
    [InlineData("""{"sha":"fedcba98","version":"1.4.2"}""")]
    [InlineData("""{"sha":"0000000","version":"1.4.2"}""")]
    public void IsNothingWhenItNamesNoCommitOrTwo(string text) => Assert.Null(ProductionIdentity.Parse(text).CommitIn(Tags));

    [Fact]
    public void IsAWholeShaThoughNoTagHasIt()
    {
        string sha = new('a', 40);

        Assert.Equal(CommitSha.Parse(sha), ProductionIdentity.Parse($$"""{"revision":"{{sha}}"}""").CommitIn(Tags));
    }

    [Theory]
    [InlineData("1.4.2", true)]
    [InlineData("0123456", true)]
    [InlineData("1.4.2+0123456", true)]
    [InlineData("1.4.1", false)]
    [InlineData("1.4.1+0123456", false)]
    [InlineData("fedcba9", false)]
    [InlineData("OK", false)]
    public void FitsAReleaseWhenAllThatItSaysDoes(string text, bool expected) =>
        Assert.Equal(expected, ProductionIdentity.Parse(text).Fits(Deployed, SemanticVersion.TryParse("1.4.2")!));
}
