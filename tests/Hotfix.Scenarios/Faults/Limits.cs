using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Faults;

/// <summary>GitHub asks for patience.</summary>
public sealed class Limits
{
    [Fact]
    public async Task AStormOfAllKindsIsWaitedOutAndSaid()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        TimeSpan second = TimeSpan.FromSeconds(1);
        lab.Server.Faults.Add(
            new Fault(FaultKind.TooManyRequests)
            {
                User = "engineer",
                Method = "GET",
                Path = "/repos/*",
                Count = 2,
                RetryAfter = second,
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.SecondaryRateLimit)
            {
                User = "engineer",
                Method = "POST",
                Path = "/repos/acme/shop/pulls",
                RetryAfter = second,
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.PrimaryRateLimit)
            {
                User = "engineer",
                Method = "PUT",
                Path = "/repos/*/merge",
                RetryAfter = TimeSpan.Zero,
            }
        );
        lab.Server.Faults.Add(
            new Fault(FaultKind.TooManyRequests)
            {
                User = "engineer",
                Method = "POST",
                Path = "/repos/acme/shop/releases",
                Count = 2,
                RetryAfter = second,
            }
        );

        RunResult run = await lab.PlayAsync(lab.Start(Players.HotfixOf(HotfixLab.Description, lab.Patch())));

        run.ShouldExitWith(0);
        Assert.Contains("GitHub: too many requests in a short time; waiting 1 s as it asks, until", run.Output, StringComparison.Ordinal);
        Assert.Contains("GitHub: the hourly rate limit is used up; waiting", run.Output, StringComparison.Ordinal);
        await lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task AnHourlyLimitThatLastsIsARefusalAndTheNextRunContinues()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        lab.Server.Faults.Add(
            new Fault(FaultKind.PrimaryRateLimit)
            {
                User = "engineer",
                Method = "PUT",
                Path = "/repos/*/merge",
                RetryAfter = TimeSpan.FromMinutes(50),
            }
        );
        string[] command = Players.HotfixOf(HotfixLab.Description, lab.Patch());

        RunResult stopped = await lab.PlayAsync(lab.Start(command));
        stopped.ShouldExitWith(255);
        Assert.Contains("HF3006", stopped.Output, StringComparison.Ordinal);
        Assert.Contains("Run the same command again after ", stopped.Output, StringComparison.Ordinal);
        Assert.Equal("open", (await lab.ListAsync("pulls?state=all"))[0]!["state"]!.GetValue<string>());
        (await lab.PlayAsync(lab.Start(command))).ShouldExitWith(0);

        await lab.ShouldBeReleasedOnceAsync();
    }
}
