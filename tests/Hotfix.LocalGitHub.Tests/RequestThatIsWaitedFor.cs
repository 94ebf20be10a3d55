namespace Hotfix.LocalGitHub.Tests;

// The players of a drill follow what happens, not a clock.
public sealed class RequestThatIsWaitedFor
{
    [Fact]
    public async Task EndsTheWaitWhenItComesAndWhenItCameBefore()
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = lab.Http("dev");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        int seen = lab.Server.Requests.Count;
        Task waiting = lab.Server.Requests.WaitAsync(seen, request => request.Path == "/user", limit.Token);

        await http.GetAsync(new Uri("/meta", UriKind.Relative), limit.Token);
        bool isOverEarly = waiting.IsCompleted;
        await http.GetAsync(new Uri("/user", UriKind.Relative), limit.Token);
        await waiting;

        Assert.False(isOverEarly);
        await lab.Server.Requests.WaitAsync(seen, request => request.Path == "/user", limit.Token);
    }
}
