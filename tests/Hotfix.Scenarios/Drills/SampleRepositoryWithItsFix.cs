using Hotfix.Drill.Testing;

namespace Hotfix.Scenarios.Drills;

public sealed class SampleRepositoryWithItsFix
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task FailsTheRegressionTestBeforeAndPassesItAfter()
    {
        using var workshop = new SampleWorkshop();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await workshop.Sample.PrepareAsync(workshop.Folder.Origin, limit.Token);

        TestRun? before = await workshop.Sample.FixAsync(workshop.Folder.Origin, limit.Token);
        TestRun after = await workshop.Sample.CheckAsync(workshop.Folder.Origin, "ci-after-the-fix", limit.Token);

        Assert.False(before!.IsGreen);
        Assert.Equal([workshop.Sample.RegressionTest!], before.Failed);
        Assert.True(after.IsGreen, after.LastLines);
        Assert.Equal([.. before.Passed.Append(workshop.Sample.RegressionTest!).Order()], after.Passed.Order());
        Assert.Equal("", await workshop.Git.RunAsync(workshop.Folder.Origin, ["status", "--porcelain"], limit.Token));
    }
}
