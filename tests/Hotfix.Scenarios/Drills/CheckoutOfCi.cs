using Hotfix.Drill.Players;

namespace Hotfix.Scenarios.Drills;

// CI built the merge commit anew, whose files it had tested as the head's.
public sealed class CheckoutOfCi
{
    [Fact]
    public async Task KnowsCommitsWithTheSameFilesByTheirTree()
    {
        using var workshop = new SampleWorkshop();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await workshop.Sample.PrepareAsync(workshop.Folder.Origin, limit.Token);
        string head = await workshop.Git.RunAsync(workshop.Folder.Origin, ["rev-parse", "HEAD"], limit.Token);
        string merge = await workshop.Git.RunAsync(
            workshop.Folder.Origin,
            ["commit-tree", "-m", "merge", "-p", "HEAD~1", "-p", "HEAD", "HEAD^{tree}"],
            limit.Token
        );
        await workshop.Git.RunAsync(workshop.Folder.Origin, ["branch", "merged", merge], limit.Token);
        var ci = new CiWorkshop(workshop.Folder.Ci, workshop.Folder.Origin, workshop.Git);

        (string path, string tree) = await ci.CheckOutAsync(head, limit.Token);
        await File.WriteAllTextAsync(Path.Combine(path, "README.md"), "left by a build", limit.Token);
        (string again, string same) = await ci.CheckOutAsync(merge, limit.Token);
        (_, string other) = await ci.CheckOutAsync($"{head}~1", limit.Token);

        Assert.Equal((path, tree), (again, same));
        Assert.NotEqual(tree, other);
    }
}
