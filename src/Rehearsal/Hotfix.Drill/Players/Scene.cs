using Hotfix.Drill.Output;

namespace Hotfix.Drill.Players;

/// <summary>What every player shares: a voice, a clock, and the server whose state drives them.</summary>
internal sealed record Scene(Progress Progress, DrillServer Server, TimeProvider Clock)
{
    /// <summary>How long players wait between two looks at the server.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    public Moment Now() => new(Clock.GetUtcNow(), Server.RequestCount);

    public Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(BetweenLooks, Clock, cancellationToken);
}
