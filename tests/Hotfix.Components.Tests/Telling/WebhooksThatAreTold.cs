using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Telling;
using Hotfix.Pipeline.Runs;
using Hotfix.Pipeline.Telling;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.Telling;

public sealed class WebhooksThatAreTold
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(700);

    /// <summary>Much longer than anything here takes on a busy machine: what fails then hangs.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task GetEachAnnouncementInItsOrder()
    {
        await using Receiver one = Receiver.Answering("200 OK");
        await using Receiver other = Receiver.Answering("204 No Content");
        await using var announcer = new Announcer(
            [Webhook.TryParse(one.Address)!, Webhook.TryParse(other.Address)!, Webhook.TryParse(one.Address)!],
            TimeProvider.System,
            Long
        );

        announcer.Post(Told(AnnouncementEvent.Started));
        announcer.Post(Told(AnnouncementEvent.Merged));
        IReadOnlyList<Delivery> deliveries = await announcer.FinishAsync(CancellationToken.None);

        Assert.Equal(4, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Null(delivery.Failure));
        Assert.All([one, other], receiver => Assert.Equal(["started", "merged"], receiver.Requests.Select(Event)));
        Assert.Contains($"Idempotency-Key: {Told(AnnouncementEvent.Started).Key}", one.Requests[0], StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json; charset=utf-8", one.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CostTheirPatienceOnceInAllWhenTheyHang()
    {
        await using Receiver good = Receiver.Answering("200 OK");
        await using Receiver hanging = Receiver.Hanging();
        await using Receiver another = Receiver.Hanging();
        await using var announcer = new Announcer(
            [Webhook.TryParse(hanging.Address)!, Webhook.TryParse(good.Address)!, Webhook.TryParse(another.Address)!],
            TimeProvider.System,
            TimeSpan.FromSeconds(2)
        );
        var watch = Stopwatch.StartNew();

        foreach (AnnouncementEvent it in Enum.GetValues<AnnouncementEvent>())
            announcer.Post(Told(it));

        TimeSpan posting = watch.Elapsed;
        IReadOnlyList<Delivery> deliveries = await announcer.FinishAsync(CancellationToken.None);

        // Twenty announcements hang; one after the other they would take 40 s.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        Assert.True(posting < TimeSpan.FromSeconds(1), $"{posting}");
        Assert.Equal(10, good.Requests.Count);
        Assert.All(deliveries, delivery => Assert.Equal(delivery.Webhook == Webhook.TryParse(good.Address)!, delivery.Failure is null));
        Assert.True(hanging.Requests.Count <= 1 && another.Requests.Count <= 1);
        Assert.Equal(30, deliveries.Count);
    }

    [Fact]
    public async Task AreNotAskedAgainInTheRunInWhichOneHung()
    {
        await using Receiver hanging = Receiver.Hanging();
        await using var client = new Announcer([Webhook.TryParse(hanging.Address)!], TimeProvider.System, Short);

        client.Post(Told(AnnouncementEvent.Started));
        client.Post(Told(AnnouncementEvent.Merged));
        IReadOnlyList<Delivery> deliveries = await client.FinishAsync(CancellationToken.None);

        Assert.Equal(2, deliveries.Count);
        Assert.StartsWith("not answered", deliveries[0].Failure, StringComparison.Ordinal);
        Assert.StartsWith("not tried", deliveries[1].Failure, StringComparison.Ordinal);
        Assert.True(hanging.Requests.Count <= 1);
    }

    [Fact]
    public async Task AreAskedOnceMoreWhenTheyFailForNow()
    {
        await using Receiver recovers = Receiver.Answering("503 Service Unavailable", "200 OK");
        await using Receiver fails = Receiver.Answering("500 Internal Server Error");
        await using var announcer = new Announcer([Webhook.TryParse(recovers.Address)!, Webhook.TryParse(fails.Address)!], TimeProvider.System, Long);

        announcer.Post(Told(AnnouncementEvent.Released));
        IReadOnlyList<Delivery> deliveries = await announcer.FinishAsync(CancellationToken.None);

        Assert.Equal([null, "answered 500 (tried twice)"], deliveries.Select(delivery => delivery.Failure));
        Assert.Equal((2, 2), (recovers.Requests.Count, fails.Requests.Count));
    }

    [Theory]
    [InlineData("404 Not Found", "answered 404")]
    [InlineData("302 Found", "answered 302")]
    public async Task AreNotAskedAgainWhenTheySayNo(string status, string failure)
    {
        await using Receiver receiver = Receiver.Answering(status);
        await using var announcer = new Announcer([Webhook.TryParse(receiver.Address)!], TimeProvider.System, Long);

        announcer.Post(Told(AnnouncementEvent.Released));
        IReadOnlyList<Delivery> deliveries = await announcer.FinishAsync(CancellationToken.None);

        Assert.Equal(failure, Assert.Single(deliveries).Failure);
        Assert.Single(receiver.Requests);
    }

    [Fact]
    public async Task MayBeSlow()
    {
        await using var slow = new Receiver(
            async (_, stop) =>
            {
                await Task.Delay(400, stop);
                return "200 OK";
            }
        );
        await using var announcer = new Announcer([Webhook.TryParse(slow.Address)!], TimeProvider.System, Long);

        announcer.Post(Told(AnnouncementEvent.Released));
        IReadOnlyList<Delivery> deliveries = await announcer.FinishAsync(CancellationToken.None);

        Assert.Null(Assert.Single(deliveries).Failure);
        Assert.Single(slow.Requests);
    }

    [Fact]
    public async Task AreReportedWithoutTheirSecretWhenNobodyListens()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var announcer = new Announcer([Webhook.TryParse($"http://127.0.0.1:{port}/hook/secret")!], TimeProvider.System, Long);

        announcer.Post(Told(AnnouncementEvent.Released));
        IReadOnlyList<Delivery> deliveries = await announcer.FinishAsync(CancellationToken.None);

        Assert.Equal("released to json at 127.0.0.1: not reached: ConnectionError (tried twice)", Assert.Single(deliveries).ToString());
    }

    // What broke off may have arrived; told twice is worse.
    [Fact]
    public async Task AreNotAskedAgainWhenTheyHangUp()
    {
        await using var receiver = new Receiver((_, _) => Task.FromResult<string?>(null));
        await using var announcer = new Announcer([Webhook.TryParse(receiver.Address)!], TimeProvider.System, Long);

        announcer.Post(Told(AnnouncementEvent.Released));
        IReadOnlyList<Delivery> deliveries = await announcer.FinishAsync(CancellationToken.None);

        Assert.StartsWith("not reached", Assert.Single(deliveries).Failure, StringComparison.Ordinal);
        Assert.Single(receiver.Requests);
    }

    [Fact]
    public async Task AreLeftAtOnceWhenTheRunIsCancelled()
    {
        await using Receiver hanging = Receiver.Hanging();
        await using var announcer = new Announcer([Webhook.TryParse(hanging.Address)!], TimeProvider.System, Long);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var watch = Stopwatch.StartNew();

        announcer.Post(Told(AnnouncementEvent.Released));
        IReadOnlyList<Delivery> deliveries = await announcer.FinishAsync(cancelled.Token);

        Assert.NotNull(Assert.Single(deliveries).Failure);
        Assert.True(watch.Elapsed < Long / 2, $"{watch.Elapsed}");
    }

    [Fact]
    public async Task MayBeNone()
    {
        await using var announcer = new Announcer([], TimeProvider.System);

        announcer.Post(Told(AnnouncementEvent.Released));
        IReadOnlyList<Delivery> deliveries = await announcer.FinishAsync(CancellationToken.None);

        Assert.Empty(deliveries);
        Assert.Equal(TimeSpan.FromSeconds(5), Announcer.DefaultPatience);
    }

    private static Announcement Told(AnnouncementEvent it) =>
        new(it, "acme/shop", BranchName.Parse("hotfix/null-ref"), new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero)) { Description = "null ref" };

    private static string Event(string request) => (string)JsonNode.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])!["event"]!;
}
