namespace Hotfix.Pipeline.Runs;

/// <summary>How a run pauses where somebody may look on.</summary>
/// <param name="PauseAsync">Shows the state, and keeps what it shows true until the pause is over.</param>
/// <param name="Close">The waiting is over: leaves the terminal as it was.</param>
internal sealed record Pausing(Func<TimeSpan, Func<WaitingState>, CancellationToken, Task> PauseAsync, Action Close) : IDisposable
{
    public void Dispose() => Close();
}
