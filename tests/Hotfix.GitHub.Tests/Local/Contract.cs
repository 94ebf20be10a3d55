using Hotfix.Testing.Contract;

namespace Hotfix.GitHub.Tests.Local;

public class EveryRequestOfAHotfix
{
    [ContractFact]
    public async Task IsOneThatGitHubDescribes()
    {
        List<ContractHandler> watchers = [];
        await using Shop shop = await Shop.StartWatchedAsync(watchers);

        await new HotfixWalk(shop).WalkAsync();

        Assert.Empty(watchers.SelectMany(watcher => watcher.Findings));
        Assert.Superset(
            new HashSet<string>([
                "pulls/create",
                "issues/add-labels",
                "pulls/request-reviewers",
                "pulls/merge",
                "repos/get-branch-rules",
                "repos/create-release",
                "repos/update-release",
                "repos/upload-release-asset",
            ]),
            watchers.SelectMany(watcher => watcher.Operations).ToHashSet(StringComparer.Ordinal)
        );
    }
}
