using System.Threading.Channels;
using Hotfix.Core.Requests;
using Hotfix.Core.Telling;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Telling;

/// <summary>
/// Tells several webhooks at once, beside the work: posting never waits. Only the end of a run does, for what is still under way, and never longer than the
/// patience,
/// however many webhooks hang. Nothing here throws: what could not be told is reported.
/// </summary>
/// <remarks>
/// Each webhook gets its announcements one after the other, in their order. One that did not answer in time is not asked again in this run. An announcement
/// that
/// was refused at once is repeated once; one that was not answered is not, since it may have arrived.
/// </remarks>
internal sealed class Announcer : IAsyncDisposable
{
    /// <summary>For one announcement, and for all that is under way at the end.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly WebhookClient _client;
    private readonly List<Line> _lines;

    public Announcer(IEnumerable<Webhook> webhooks, TimeProvider time, TimeSpan? patience = null)
    {
        _patience = patience ?? DefaultPatience;
        _time = time;
        _client = new WebhookClient(_patience, time);
        _lines = [.. webhooks.Distinct().Select(webhook => new Line(webhook))];
        foreach (Line line in _lines)
            line.Worker = Task.Run(() => SendAsync(line), CancellationToken.None);
    }

    /// <summary>Tells every webhook, soon; after the end, nothing.</summary>
    public void Post(Announcement announcement)
    {
        foreach (Line line in _lines)
            line.Waiting.Writer.TryWrite(announcement);
    }

    /// <summary>Waits for what is under way, at most for the patience and only until the token is cancelled, and says what came of everything.</summary>
    public async Task<IReadOnlyList<Delivery>> FinishAsync(CancellationToken cancellationToken)
    {
        _lines.ForEach(line => line.Waiting.Writer.TryComplete());
        var all = Task.WhenAll(_lines.Select(line => line.Worker));
        try
        {
            await all.WaitAsync(_patience, _time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            await _stop.CancelAsync();
            await all;
        }

        return [.. _lines.SelectMany(line => line.Deliveries)];
    }

    /// <summary>Stops what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _lines.ForEach(line => line.Waiting.Writer.TryComplete());
        await Task.WhenAll(_lines.Select(line => line.Worker));
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task SendAsync(Line line)
    {
        bool hangs = false;
        await foreach (Announcement announcement in line.Waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            WebhookAnswer answer =
                hangs ? new WebhookAnswer("not tried: an earlier one was not answered")
                : _stop.IsCancellationRequested ? new WebhookAnswer("not tried: the run had ended")
                : await _client.TellAsync(line.Webhook, announcement, _stop.Token);
            hangs |= answer.Hangs;
            line.Deliveries.Add(new Delivery(line.Webhook, announcement, answer.Failure));
        }
    }

    // The worker alone writes the deliveries; they are read when it has ended.
    private sealed class Line(Webhook webhook)
    {
        public Webhook Webhook { get; } = webhook;

        public Channel<Announcement> Waiting { get; } = Channel.CreateUnbounded<Announcement>();

        public List<Delivery> Deliveries { get; } = [];

        public Task Worker { get; set; } = Task.CompletedTask;
    }
}
