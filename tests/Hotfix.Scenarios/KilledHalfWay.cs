using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios;

/// <summary>SIGKILL at a chosen request; the next run continues with what is there.</summary>
public sealed class KilledHalfWay
{
    /// <summary>Each is a request that the run sends in one of its stages: it is killed when the server has answered it.</summary>
    [Theory]
    [InlineData("POST", "/acme/shop.git/git-receive-pack", 1)]
    [InlineData("POST", "/repos/acme/shop/pulls", 1)]
    [InlineData("PUT", "/repos/acme/shop/pulls/1/merge", 1)]
    [InlineData("POST", "/acme/shop.git/git-receive-pack", 2)]
    [InlineData("POST", "/repos/acme/shop/releases", 1)]
    [InlineData("PATCH", "/repos/acme/shop/releases/", 1)]
    public async Task TheNextRunLeavesOneBranchOnePullRequestOneTagOneRelease(string method, string path, int occurrence)
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        await lab.HotfixAsync();
        string fix = lab.CommitFix();
        using (TargetRun run = lab.Start("Hotfix", "--description", HotfixLab.Description, "--poll-interval", "1s", "--check-grace", "0s"))
        {
            await WatchAsync(lab, run, fix, () => Seen(lab, method, path) >= occurrence);
            run.Kill();
            await run.EndAsync();
        }

        using TargetRun next = lab.Start("Hotfix", "--description", HotfixLab.Description, "--poll-interval", "1s", "--check-grace", "0s");
        await WatchAsync(lab, next, fix, () => next.HasEnded);

        (await next.EndAsync()).ShouldExitWith(0);
        await lab.ShouldBeReleasedOnceAsync();
        Assert.Single(lab.RemoteRefs().Split('\n'), line => line.StartsWith($"refs/heads/{HotfixLab.Branch} ", StringComparison.Ordinal));
    }

    private static int Seen(HotfixLab lab, string method, string path) =>
        lab
            .Server.Requests.Snapshot()
            .Count(request =>
                request.Method == method
                && request.Status < 400
                && request.Path.Split('?')[0].StartsWith(path, StringComparison.Ordinal)
                && (path.EndsWith('/') || request.Path.Split('?')[0] == path)
            );

    // Plays CI and the reviewer as soon as the pull request is there, until the condition holds.
    private static async Task WatchAsync(HotfixLab lab, TargetRun run, string fix, Func<bool> isOver)
    {
        bool played = false;
        for (int i = 0; i < 12_000 && !isOver() && !run.HasEnded; i++)
        {
            if (!played && Seen(lab, "POST", "/repos/acme/shop/pulls") > 0 && Seen(lab, "GET", "/repos/acme/shop/pulls/1/reviews") > 0)
            {
                played = true;
                if ((await lab.ListAsync("pulls/1/reviews")).Count == 0)
                    await lab.LetThroughAsync(fix);
            }

            await Task.Yield();
            Thread.Yield();
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }
}
