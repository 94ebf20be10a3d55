using Hotfix.Drill.Output;

namespace Hotfix.Drill.Players;

/// <summary>What every player shares: a voice, a clock, and the server whose state drives them.</summary>
internal sealed record Scene(Progress Progress, DrillServer Server, TimeProvider Clock)
{
    /// <summary>
    /// What the server does by itself after it has answered, such as updating a branch, is nobody's request: players look again after this time at the
    /// latest.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    public Moment Now() => new(Clock.GetUtcNow(), Server.RequestCount);

    /// <summary>Waits for news, counted from before the last look, so that none is missed.</summary>
    /// <param name="lastLook">When the player began to look.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task NewsAsync(Moment lastLook, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestWait);
        try
        {
            await Server.NewsAsync(lastLook.Requests, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing came; the player looks all the same.
        }
    }
}
