using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Faults;

/// <summary>GitHub is slow, breaks off, lags behind, and fails.</summary>
public sealed class ServerTrouble
{
    [Fact]
    public async Task ThatPassesCostsTimeOnly()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                User = "engineer",
                Method = "GET",
                Path = "/repos/acme/shop",
                Status = 502,
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                User = "engineer",
                Method = "GET",
                Path = "*/pulls",
                Status = 503,
                RetryAfter = TimeSpan.FromSeconds(1),
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.TruncatedBody)
            {
                User = "engineer",
                Method = "GET",
                Path = "*/check-runs",
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.ResetBefore)
            {
                User = "engineer",
                Method = "GET",
                Path = "*/reviews",
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                User = "engineer",
                Method = "PUT",
                Path = "*/merge",
                Status = 504,
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.Slow)
            {
                User = "engineer",
                Method = "GET",
                Path = "*/releases/latest",
                Delay = TimeSpan.FromSeconds(1),
            }
        );

        RunResult run = await lab.PlayAsync(lab.Start(Players.HotfixOf(HotfixLab.Description, lab.Patch())));

        run.ShouldExitWith(0);
        await lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task ThatStaysEndsWithACodeAndTheNextRunContinues()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        lab.Server.Faults.Add(
            new Fault(FaultKind.Status)
            {
                User = "engineer",
                Method = "PUT",
                Path = "*/merge",
                Status = 500,
                Count = 3,
            }
        );
        string[] command = Players.HotfixOf(HotfixLab.Description, lab.Patch());

        RunResult stopped = await lab.PlayAsync(lab.Start(command));
        stopped.ShouldExitWith(255);
        Assert.Contains("HF3014", stopped.Output, StringComparison.Ordinal);
        Assert.Contains("whether it was done is not known", stopped.Output, StringComparison.Ordinal);
        (await lab.PlayAsync(lab.Start(command))).ShouldExitWith(0);

        await lab.ShouldBeReleasedOnceAsync();
    }

    /// <summary>GitHub answers reads from copies: right after the merge, the pull request may still look open.</summary>
    [Fact]
    public async Task ThatShowsTheStateOfAMomentAgoIsLookedAtAgain()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        lab.Server.Faults.Add(
            new Fault(FaultKind.StaleRead)
            {
                User = "engineer",
                Method = "GET",
                Path = "*/pulls/1",
                After = "PUT *",
                Count = 2,
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.StaleRead)
            {
                User = "engineer",
                Method = "GET",
                Path = "*/releases",
                After = "POST */releases",
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.StaleRead)
            {
                User = "engineer",
                Method = "GET",
                Path = "*/releases/latest",
                After = "PATCH */releases/*",
            }
        );

        RunResult result = await lab.PlayAsync(lab.Start(Players.HotfixOf(HotfixLab.Description, lab.Patch())));

        result.ShouldExitWith(0);
        await lab.ShouldBeReleasedOnceAsync();
    }

    /// <summary>What git asks and pushes has a second try like everything else.</summary>
    [Fact]
    public async Task ThatHitsGitPassesToo()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        foreach ((string method, string path) in new[] { ("GET", "*/info/refs"), ("POST", "*/git-upload-pack"), ("POST", "*/git-receive-pack") })
        {
            lab.Server.Faults.Add(
                new Fault(FaultKind.Status)
                {
                    User = "engineer",
                    Method = method,
                    Path = path,
                    Status = 502,
                }
            );
        }

        lab.Server.Faults.Add(
            new Fault(FaultKind.ResetBefore)
            {
                User = "engineer",
                Method = "POST",
                Path = "*/git-receive-pack",
                Skip = 2,
            }
        );

        RunResult run = await lab.PlayAsync(lab.Start(Players.HotfixOf(HotfixLab.Description, lab.Patch())));

        run.ShouldExitWith(0);
        Assert.Contains("trying again in", run.Output, StringComparison.Ordinal);
        await lab.ShouldBeReleasedOnceAsync();
    }
}
