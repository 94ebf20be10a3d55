namespace Hotfix.Scenarios.Drills;

public sealed class SampleRepositoryMadeTwice
{
    [Fact]
    public async Task HasTheSameCommitsAndTags()
    {
        using var first = new SampleWorkshop();
        using var second = new SampleWorkshop();

        await first.Sample.PrepareAsync(first.Folder.Origin, CancellationToken.None);
        await second.Sample.PrepareAsync(second.Folder.Origin, CancellationToken.None);

        string refs = await RefsAsync(first);
        Assert.Equal(refs, await RefsAsync(second));
        Assert.Equal(
            ["refs/heads/main", "refs/tags/v1.3.0", "refs/tags/v1.4.0", "refs/tags/v1.4.1", "refs/tags/v1.4.2"],
            refs.Split('\n').Select(line => line.Split(' ')[0])
        );
        Assert.Equal("8", await first.Git.RunAsync(first.Folder.Origin, ["rev-list", "--count", "main"], CancellationToken.None));
    }

    private static Task<string> RefsAsync(SampleWorkshop workshop) =>
        workshop.Git.RunAsync(workshop.Folder.Origin, ["for-each-ref", "--format=%(refname) %(objectname)"], CancellationToken.None);
}
