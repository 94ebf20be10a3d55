using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.Pipeline.Looking;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>Merged to main first, then carried to the line that production runs.</summary>
public sealed class FixThatWasMergedFirst
{
    [Theory]
    [InlineData(MergeMethod.Merge, 2, "merged as")]
    [InlineData(MergeMethod.Squash, 1, "squashed as")]
    [InlineData(MergeMethod.Rebase, 2, "rebased as 2 commits")]
    internal async Task IsTakenAsTheMergeLeftIt(MergeMethod method, int commits, string how)
    {
        await using Shop shop = await Shop.StartAsync();
        PullRequest open = await shop.OpenAsync();
        shop.PushAgain();
        open = await shop.Reader("ada").PullRequests.ReadAsync(open.Number, CancellationToken.None);
        await shop.Writer("ada").ApplyAsync(shop.Merge(open) with { Method = method }, CancellationToken.None);

        Snapshot byNumber = await ReadAsync(shop, $"#{open.Number}");
        Snapshot byAddress = await ReadAsync(shop, $"https://github.test/acme/shop/pull/{open.Number}/files");
        Snapshot byDigits = await ReadAsync(shop, $"{open.Number}");

        Assert.Equal(commits, Assert.IsType<Fix.Commits>(byNumber.Fix).Shas.Count);
        Assert.Contains(how, byNumber.FixOrigin, StringComparison.Ordinal);
        Assert.Equal((byNumber.FixOrigin, byNumber.FixOrigin), (byAddress.FixOrigin, byDigits.FixOrigin));
    }

    [Theory]
    [InlineData("#1")]
    [InlineData("#0")]
    [InlineData("#9")]
    [InlineData("9")]
    [InlineData("https://github.test/acme/other/pull/1")]
    public async Task IsRefusedWhereThisRepositoryHasNotMergedIt(string fix)
    {
        await using Shop shop = await Shop.StartAsync();
        await shop.OpenAsync();

        HotfixException refusal = await Assert.ThrowsAsync<HotfixException>(() => ReadAsync(shop, fix));

        Assert.Equal("HF4306", refusal.Refusal.Code);
    }

    private static async Task<Snapshot> ReadAsync(Shop shop, string fix)
    {
        shop.Work.Git(["checkout", "--quiet", "--detach", "v1.0.0"]);
        shop.Work.Git(["push", "--quiet", "origin", "v1.0.0^{commit}:refs/heads/support/1.0"]);
        GitCommandLine git = LookAtProduction.At(shop);
        var reader = new SnapshotReader(new GitReader(git), shop.Reader("ada"), TimeProvider.System) { Heads = new PullRequestHeads(git) };
        return await reader.ReadAsync(
            new HotfixRequest
            {
                Description = "carried",
                Branch = BranchName.Parse("hotfix/carried"),
                BaseBranch = BranchName.Parse("support/1.0"),
                Fix = fix,
            },
            CancellationToken.None
        );
    }
}
