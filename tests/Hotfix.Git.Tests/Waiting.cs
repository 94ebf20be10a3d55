namespace Hotfix.Git.Tests;

/// <summary>Waits for something that another process does; bounded.</summary>
internal static class Waiting
{
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
            await tick.WaitForNextTickAsync(limit.Token);
    }
}
